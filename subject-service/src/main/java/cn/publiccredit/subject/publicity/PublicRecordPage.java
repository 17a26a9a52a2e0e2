package cn.publiccredit.subject.publicity;

import cn.publiccredit.subject.record.PublicRecords;
import cn.publiccredit.support.web.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Public records, a page of them.
 *
 * @param next null on the last page
 * @param count how many there are, where that was asked for
 * @param moreThanCount whether there are more than {@code count}: counting has an end
 */
record PublicRecordPage(
        List<PublicRecordView> items,
        @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long count,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean moreThanCount) {

    static PublicRecordPage of(Page<PublicRecordView> page, PublicRecords.@Nullable Count counted) {
        return counted == null
                ? new PublicRecordPage(page.items(), page.next(), null, null)
                : new PublicRecordPage(page.items(), page.next(), counted.number(), counted.more());
    }
}
