package cn.publiccredit.repair.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a subject's records. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordPage(List<CreditRecord> items, @Nullable String next) {

    public RecordPage {
        items = List.copyOf(items);
    }
}
