package cn.publiccredit.listing.entry;

import cn.publiccredit.listing.rulebook.ListKind;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Entries that are simply there. */
public final class EntryFixture {

    private EntryFixture() {}

    /** An entry in force. */
    public static Entry live(String subject, boolean shownPublicly) {
        String id = UUID.randomUUID().toString();
        return new Entry(id, "case-" + id, "market-serious", "市场监管严重违法失信名单", ListKind.BLACK, subject, subject,
                "某主体", null, "1号", LocalDate.of(2026, 1, 5), "理由", "依据", "市场监督管理局", "dept", "340400",
                Instant.parse("2026-01-05T08:00:00Z"), LocalDate.of(2036, 1, 5), List.of("M01", "M06", "M14"),
                shownPublicly, null, List.of(), Work.none(), 0);
    }
}
