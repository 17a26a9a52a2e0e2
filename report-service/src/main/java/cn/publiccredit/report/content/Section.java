package cn.publiccredit.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One section of a report.
 *
 * @param number its number as printed, such as 一
 * @param empty whether there is no such information; {@code text} then says so
 * @param text what the section says in words; null where the blocks say all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Section(
        String code, String number, String title, boolean empty, @Nullable String text, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }
}
