package cn.publiccredit.repair.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JsonIgnoreProperties(ignoreUnknown = true)
record EntryPage(List<ListEntry> items, @Nullable String next) {

    EntryPage {
        items = List.copyOf(items);
    }
}
