package cn.publiccredit.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, apart from its number and date; stored as it is.
 *
 * @param title the report's title as printed
 * @param scope what the reader's right covers
 * @param purpose what the report was drawn for, in words; null in reports that were issued before this was kept
 * @param labels what stands at the top, such as 存续 or 经营异常
 * @param overview how many there are of each kind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Content(
        String title,
        String edition,
        String subjectName,
        @Nullable String uscc,
        String scope,
        @Nullable String purpose,
        List<String> labels,
        List<Count> overview,
        List<String> explanations,
        List<Section> sections) {

    /** How many pieces of information of a kind the report holds. */
    public record Count(String title, int count) {}
}
