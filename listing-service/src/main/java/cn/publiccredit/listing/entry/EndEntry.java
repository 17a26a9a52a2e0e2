package cn.publiccredit.listing.entry;

import cn.publiccredit.listing.ListingProblem;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes an entry off its list by a decision; the same decision again changes nothing. */
@Component
class EndEntry {

    private final Entries entries;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    EndEntry(Entries entries, AuditTrail trail, ApplicationEventPublisher events) {
        this.entries = entries;
        this.trail = trail;
        this.events = events;
    }

    Entry end(Caller caller, String id, Exit exit) {
        Entry before = entries.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        trail.record(Access.allowed(caller, "entry.exit").subject(before.subject()).target(id).basis(exit.decision()));
        Optional<Entry> ended = entries.end(id, exit);
        if (ended.isPresent()) {
            events.publishEvent(new EntryExited(id));
            return ended.get();
        }
        Entry now = entries.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        Exit standing = now.exit();
        if (standing != null && !standing.decision().equals(exit.decision())) {
            throw ListingProblem.ENTRY_EXITED.with(standing.effectiveDate().toString(), standing.decision());
        }
        return now;
    }
}
