package cn.publiccredit.subject.publicity;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.record.PublicRecords;
import cn.publiccredit.subject.record.Records;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.rulebook.Divisions;
import cn.publiccredit.subject.subjects.RegisteredView;
import cn.publiccredit.subject.subjects.SearchPage;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.SubjectSearch;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.web.Paging;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organisations and individual businesses for anyone; persons are not here. */
@RestController
class PublicSubjectController {

    private final Subjects subjects;
    private final SubjectSearch search;
    private final PublicRecords publicRecords;
    private final Records records;
    private final Divisions divisions;

    PublicSubjectController(
            Subjects subjects,
            SubjectSearch search,
            PublicRecords publicRecords,
            Records records,
            Divisions divisions) {
        this.subjects = subjects;
        this.search = search;
        this.publicRecords = publicRecords;
        this.records = records;
        this.divisions = divisions;
    }

    /** @param uscc the code, or the id of a business that has none */
    record Listed(String uscc, String name, SubjectKind kind, @Nullable String division) {

        static Listed of(Subject subject) {
            return new Listed(subject.id(), subject.name(), subject.kind(), code(subject.division()));
        }
    }

    /**
     * @param divisionName null when the division has been withdrawn or its name is not known at the moment
     * @param formerIds other codes under which it is known; asking for one of them leads here
     * @param counts how many records are public, by item
     * @param asOf the day that it is true for
     */
    record PublicSubject(
            String uscc,
            String name,
            SubjectKind kind,
            @Nullable String division,
            @Nullable String divisionName,
            @Nullable RegisteredView registered,
            List<String> formerIds,
            Map<String, Integer> counts,
            LocalDate asOf) {}

    @GetMapping("/public/subjects")
    @AllowAnyone
    ResponseEntity<SearchPage<Listed>> search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(search.find(q, null, paging).page(paging, Listed::of));
    }

    @GetMapping("/public/subjects/{uscc}")
    @AllowAnyone
    ResponseEntity<PublicSubject> one(@PathVariable String uscc) {
        Subject subject = subjects.find(uscc.strip().toUpperCase(Locale.ROOT))
                .filter(s -> !s.isPerson())
                .or(() -> subjects.find(uscc).filter(s -> !s.isPerson()))
                .orElseThrow(SubjectProblem.SUBJECT_NOT_FOUND::with);
        LocalDate today = records.today();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new PublicSubject(
                subject.id(), subject.name(), subject.kind(), code(subject.division()),
                divisions.name(subject.division()), RegisteredView.of(subject.registered()),
                subject.ids().stream().filter(id -> !id.equals(subject.id())).toList(),
                publicRecords.counts(subject.ids(), today), today));
    }

    private static @Nullable String code(@Nullable Division division) {
        return division == null ? null : division.code();
    }
}
