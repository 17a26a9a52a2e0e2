package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.IncomingSubject;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.subject.record.Registered;
import cn.publiccredit.subject.subjects.Subject.BatchRow;
import cn.publiccredit.subject.subjects.Subject.Name;
import cn.publiccredit.subject.subjects.Subject.Status;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a row adds to what is known of its subject. The register decides about names; other rows only found a stub. */
@Component
class Growth {

    private final PersonalData personal;

    Growth(PersonalData personal) {
        this.personal = personal;
    }

    /** The subject as it stands after this row; the same object when the row tells nothing new. */
    Subject of(@Nullable Subject known, String id, IntakeContext context, IncomingRecord row) {
        Subject subject = known == null ? stub(id, context, row.subject(), row.rowNumber()) : sourced(known, context);
        Registered registered = row.subject().registered();
        return registered == null
                ? subject
                : registered(subject, registered, row.subject().name(), context, row.rowNumber());
    }

    private Subject stub(String id, IntakeContext context, IncomingSubject row, long number) {
        Division division = division(row, context);
        Set<String> divisions = new TreeSet<>(Set.of(context.sourceDivision().code()));
        divisions.add(division.code());
        String idNumber = row.personIdNumber();
        return new Subject(id, row.kind(), row.uscc(), row.name(), division, Status.STUB, null, null, null,
                List.of(new Name(row.name(), day(context))), divisions, Set.of(context.sourceUscc()), row.personIdType(),
                idNumber == null ? null : personal.sealedIdNumber(id, idNumber), new BatchRow(context.batch(), number),
                Unity.ALONE, 0);
    }

    private static Subject sourced(Subject s, IntakeContext context) {
        String division = context.sourceDivision().code();
        if (s.sources().contains(context.sourceUscc()) && s.divisions().contains(division)) {
            return s;
        }
        Set<String> divisions = new TreeSet<>(s.divisions());
        divisions.add(division);
        Set<String> sources = new TreeSet<>(s.sources());
        sources.add(context.sourceUscc());
        return s.sourcedBy(divisions, sources);
    }

    private static Subject registered(
            Subject s, Registered registered, String name, IntakeContext context, long row) {
        boolean older = s.registeredAsOf() != null && s.registeredAsOf().isAfter(context.receivedAt());
        if (older || isEarlierRow(s, context, row)) {
            return s;
        }
        if (registered.equals(s.registered()) && name.equals(s.name())) {
            // No news, but said later: what was said before and is worked off after it must not take its place.
            return context.receivedAt().equals(s.registeredAsOf()) ? s : s.confirmed(context.receivedAt());
        }
        List<Name> names = new ArrayList<>(s.names());
        if (!name.equals(s.name())) {
            names.add(new Name(name, day(context)));
        }
        return s.registeredAs(name, names, registered, context.receivedAt(), new BatchRow(context.batch(), row));
    }

    // Run again after a crash, an earlier row of the file must not undo what a later one said.
    private static boolean isEarlierRow(Subject s, IntakeContext context, long row) {
        BatchRow by = s.registeredBy();
        return by != null && by.batch().equals(context.batch()) && by.row() > row;
    }

    private static Division division(IncomingSubject row, IntakeContext context) {
        String code = row.uscc();
        return code != null && UnifiedSocialCreditCode.hasShape(code)
                ? Division.parse(code.substring(2, 8)).orElse(context.sourceDivision())
                : context.sourceDivision();
    }

    private static LocalDate day(IntakeContext context) {
        return LocalDate.ofInstant(context.receivedAt(), TimeConfiguration.ZONE);
    }
}
