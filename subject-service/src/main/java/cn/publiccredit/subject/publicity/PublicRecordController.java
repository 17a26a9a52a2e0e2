package cn.publiccredit.subject.publicity;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.personal.ItemPrivacies;
import cn.publiccredit.subject.personal.ItemPrivacy;
import cn.publiccredit.subject.personal.Masks;
import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.record.Content;
import cn.publiccredit.subject.record.CreditRecord;
import cn.publiccredit.subject.record.PublicRecords;
import cn.publiccredit.subject.record.Records;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Words;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is public now, for anyone. Never cached: a stopped record is gone at once. */
@RestController
class PublicRecordController {

    private final PublicRecords publicRecords;
    private final Subjects subjects;
    private final Records records;
    private final ItemPrivacies items;
    private final PersonalData personal;
    private final Masks masks;

    PublicRecordController(
            PublicRecords publicRecords,
            Subjects subjects,
            Records records,
            ItemPrivacies items,
            PersonalData personal,
            Masks masks) {
        this.subjects = subjects;
        this.publicRecords = publicRecords;
        this.records = records;
        this.items = items;
        this.personal = personal;
        this.masks = masks;
    }

    @GetMapping("/public/records")
    @AllowAnyone
    ResponseEntity<PublicRecordPage> list(
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count) {
        Paging paging = new Paging(limit, after);
        PublicRecords.Wanted wanted =
                new PublicRecords.Wanted(blankToNull(item), division(division), ids(blankToNull(subject)));
        Page<PublicRecordView> page = Page.of(
                publicRecords.find(wanted, records.today(), paging), paging, Records::position).map(this::view);
        PublicRecords.Count counted = count ? publicRecords.count(wanted, records.today()) : null;
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(PublicRecordPage.of(page, counted));
    }

    @GetMapping("/public/records/{id}")
    @AllowAnyone
    ResponseEntity<PublicRecordView> one(@PathVariable String id) {
        CreditRecord record = publicRecords.find(id, records.today())
                .orElseThrow(SubjectProblem.RECORD_NOT_FOUND::with);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view(record));
    }

    private PublicRecordView view(CreditRecord record) {
        ItemPrivacy item = items.ofRecord(record.item());
        Content content = record.current().content();
        return PublicRecordView.of(record, record.subjectKind() == SubjectKind.PERSON
                ? personal.openOfPerson(record.id(), item, content.data(), content.subjectName())
                : personal.open(record.id(), item, content.data()),
                personal.openNumber(content.documentNumber()), masks::name);
    }

    // Of a person nothing is found by an id, which would tie together what is shown masked, one by one.
    private @Nullable Set<String> ids(@Nullable String subject) {
        if (subject == null) {
            return null;
        }
        return subjects.find(subject).map(s -> s.isPerson() ? Set.<String>of() : s.ids()).orElse(Set.of());
    }

    private static @Nullable Division division(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Division.parse(code.strip()).orElseThrow(() -> CommonProblem.MALFORMED.with(Words.parameter("division")).violating(
                "division", "wrong-value", "参数 division 应为六位行政区划代码，如 340400。",
                "division is a six-digit division code such as 340400."));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
