package cn.publiccredit.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Information of one kind within a section.
 *
 * @param item code of the catalogue item or list; null for what is neither
 * @param columns what the rows tell, in print order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Block(String title, @Nullable String item, int count, List<Column> columns, List<Row> rows) {

    public Block {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static Block of(String title, @Nullable String item, List<Column> columns, List<Row> rows) {
        return new Block(title, item, rows.size(), columns, rows);
    }

    /** A column: its code in the data standard and its name. */
    public record Column(String code, String name) {}

    /**
     * One record, list entry or case.
     *
     * @param id id at the service that owns it; null for the subject's own data
     * @param marks what a reader must heed, such as 异议处理中
     * @param values values by column code; a missing one is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(@Nullable String id, List<String> marks, Map<String, String> values) {

        public Row {
            marks = List.copyOf(marks);
        }
    }
}
