package cn.publiccredit.subject.access;

import cn.publiccredit.support.audit.Audit;
import cn.publiccredit.support.audit.AuditEntry;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the trail holds about one subject under all its ids, as one list. */
@Component
class AccessTrail {

    private static final Comparator<AuditEntry> NEWEST_FIRST =
            Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::id).reversed();

    private final Audit audit;

    AccessTrail(Audit audit) {
        this.audit = audit;
    }

    /** The entries newest first. Those of each id are in that order already, so a page of each is enough for one of all. */
    Page<AuditEntry> of(Set<String> ids, Paging paging) {
        List<Page<AuditEntry>> ofEach = ids.stream()
                .map(id -> audit.find(new Audit.Filter(id, null, null, null), paging)).toList();
        List<AuditEntry> newest = ofEach.stream().flatMap(page -> page.items().stream())
                .sorted(NEWEST_FIRST).limit(paging.limit()).toList();
        int read = ofEach.stream().mapToInt(page -> page.items().size()).sum();
        boolean more = read > newest.size() || ofEach.stream().anyMatch(page -> page.next() != null);
        return new Page<>(newest, more ? position(newest.getLast()) : null);
    }

    // The position that the trail itself gives its pages.
    private static String position(AuditEntry last) {
        return Cursor.at(last.at().toString(), last.id()).encoded();
    }
}
