package cn.publiccredit.subject.governance;

import cn.publiccredit.subject.governance.CodeCase.Event;
import cn.publiccredit.subject.governance.CodeCase.State;
import cn.publiccredit.subject.record.CodeFinding.Kind;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Cases as documents. */
final class CaseDocuments {

    private CaseDocuments() {}

    static CodeCase of(Document d) {
        return new CodeCase(d.getString("_id"), Kind.valueOf(d.getString("kind")), set(d, "codes"), set(d, "names"),
                set(d, "divisions"), set(d, "sources"), by(d.get("by", new Document())),
                State.valueOf(d.getString("state")), d.getString("assignee"), instant(d.getDate("settledAt")),
                d.getString("settledFor"), d.getDate("openedAt").toInstant(), d.getDate("lastSeen").toInstant(),
                d.getList("history", Document.class).stream().map(CaseDocuments::event).toList(), d.getLong("version"));
    }

    static Document of(Event event) {
        return new Document("state", event.state().name()).append("actor", event.actor())
                .append("assignee", event.assignee()).append("reason", event.reason()).append("at", Date.from(event.at()))
                .append("division", event.division());
    }

    private static Event event(Document d) {
        return new Event(State.valueOf(d.getString("state")), d.getString("actor"), d.getString("assignee"),
                d.getString("reason"), d.getDate("at").toInstant(), d.getString("division"));
    }

    private static Map<String, CodeCase.Seen> by(Document divisions) {
        Map<String, CodeCase.Seen> by = new HashMap<>();
        for (String division : divisions.keySet()) {
            Document seen = divisions.get(division, Document.class);
            by.put(division, new CodeCase.Seen(set(seen, "codes"), set(seen, "names"), set(seen, "sources")));
        }
        return by;
    }

    private static Set<String> set(Document d, String field) {
        return new TreeSet<>(d.getList(field, String.class, List.of()));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
