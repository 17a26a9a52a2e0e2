package cn.publiccredit.subject.governance;

import cn.publiccredit.subject.record.CodeFinding.Kind;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** How many findings there were, for the statistics; counted over one month's index entries. */
@Component
public class CodeCounts {

    private final CaseStore store;

    CodeCounts(CaseStore store) {
        this.store = store;
    }

    /** Findings of a kind from one source. @param division the source's, six digits */
    public record Count(String source, String sourceName, String division, Kind kind, long rows) {}

    public List<Count> of(YearMonth month) {
        return store.findings().aggregate(List.of(
                        Aggregates.match(Filters.eq("month", month.toString())),
                        Aggregates.group(
                                new Document("source", "$source").append("division", "$division").append("kind", "$kind"),
                                Accumulators.sum("rows", 1), Accumulators.max("name", "$sourceName"))))
                .map(CodeCounts::count).into(new ArrayList<>());
    }

    private static Count count(Document d) {
        Document key = d.get("_id", Document.class);
        return new Count(key.getString("source"), d.getString("name"), key.getString("division"),
                Kind.valueOf(key.getString("kind")), d.get("rows", Number.class).longValue());
    }
}
