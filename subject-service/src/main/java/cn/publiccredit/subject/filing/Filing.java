package cn.publiccredit.subject.filing;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.collection.judgement.BrokenRule;
import cn.publiccredit.subject.collection.judgement.ReadValues;
import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.record.CatalogItemRef;
import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.subject.record.RecordIntake;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import cn.publiccredit.subject.rulebook.RuleBook;
import cn.publiccredit.subject.rulebook.SeverityRule;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns facts into records. May be repeated: the same state again is the same row again, and the intake knows it.
 *
 * <p>Columns are filled by the roles that the item gives them, else by their 中文名.
 */
@Component
public class Filing {

    private static final String GOES_ON = "…";
    private static final String BEFORE_MENDED = "整改前的失信程度";

    private final RuleBook rules;
    private final RecordIntake intake;
    private final Subjects subjects;
    private final PersonalData personal;

    Filing(RuleBook rules, RecordIntake intake, Subjects subjects, PersonalData personal) {
        this.rules = rules;
        this.intake = intake;
        this.subjects = subjects;
        this.personal = personal;
    }

    /** The catalogue has an item that cannot hold what it is meant for. */
    static final class ItemUnfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ItemUnfit(String item, String why) {
            super("item " + item + " cannot hold what it is meant for: " + why);
        }
    }

    /** The records refused a fact: it is not in them, and whoever files must not go on as if it were. */
    static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTaken(Fact fact, List<Verdict> verdicts) {
            super("state " + fact.number() + " of " + fact.about() + " did not come into the record: " + verdicts);
        }
    }

    /**
     * @return the record's id
     * @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is silent, 422 when it has no such item
     */
    public String file(Fact fact) {
        CatalogItem item = rules.item(fact.item()).map(RuleBook.Found::item)
                .orElseThrow(() -> SubjectProblem.UNKNOWN_ITEM.with(fact.item()));
        Map<String, String> roles = roles(fact);
        // Filed as an organisation's it would be public under the person's name.
        if (roles.containsKey("personIdNumber") && item.role("personIdNumber").isEmpty()) {
            throw new ItemUnfit(fact.item(), "it is not for natural persons");
        }
        Map<String, String> data = data(item, fact.values(), roles);
        Values atFault = fact.atFault();
        if (atFault != null) {
            keepGrade(item, data, data(item, atFault, roles));
        }
        if (item.naturalKey().stream().noneMatch(column -> fact.documentNumber().equals(data.get(column)))) {
            throw new ItemUnfit(fact.item(), "no column of its natural key is for the document's number");
        }
        String because = fact.withdrawnBecause();
        if (because != null) {
            return handOver(item, fact, ReadValues.withdrawal(item, fact.number(), data, because));
        }
        List<BrokenRule> broken = ReadValues.broken(item, data, LocalDate.ofInstant(fact.at(), TimeConfiguration.ZONE));
        if (!broken.isEmpty()) {
            throw new ItemUnfit(fact.item(), broken.stream().map(rule -> rule.column() + " " + rule.rule())
                    .collect(Collectors.joining(", ")));
        }
        return handOver(item, fact, ReadValues.of(item, fact.number(), data));
    }

    private String handOver(CatalogItem item, Fact fact, IncomingRecord row) {
        IntakeContext context = IntakeContext.own(fact.about(), new CatalogItemRef(item.code(), item.version()), fact.source(),
                fact.actor(), fact.at());
        List<Verdict> verdicts = intake.accept(context, List.of(row));
        if (verdicts.stream().anyMatch(Verdict::isRefusal)) {
            throw new NotTaken(fact, verdicts);
        }
        return intake.idOf(context, row);
    }

    /** How grave something was stays known when it was put right, unless the fact says so itself. */
    private static void keepGrade(CatalogItem item, Map<String, String> data, Map<String, String> before) {
        SeverityRule.SetBy setBy = item.severity() == null ? null : item.severity().setBy();
        if (setBy != null && !data.containsKey(setBy.column())) {
            ReadValues.grade(item, before).ifPresent(grade -> {
                data.put(setBy.column(), grade);
                data.put(setBy.reasonColumn(), BEFORE_MENDED);
            });
        }
    }

    private static Map<String, String> data(CatalogItem item, Values values, Map<String, String> roles) {
        Map<String, String> byColumn = new HashMap<>();
        roles.forEach((role, value) -> item.role(role).ifPresent(column -> byColumn.put(column, value)));
        Map<String, String> data = new LinkedHashMap<>();
        for (Column column : item.columns()) {
            String value = byColumn.getOrDefault(column.code(), values.of(column).orElse(""));
            if (!value.isEmpty()) {
                data.put(column.code(), fitting(value, column.maxLength()));
            }
        }
        return data;
    }

    /** A text that is too long for its column says that it goes on; the whole is where it was filed from. */
    private static String fitting(String value, @Nullable Integer longest) {
        return longest == null || value.length() <= longest ? value : value.substring(0, longest - 1) + GOES_ON;
    }

    private Map<String, String> roles(Fact fact) {
        Map<String, String> roles = new HashMap<>();
        Optional<Subject> known = subjects.findItself(fact.subject());
        if (known.isPresent()) {
            about(known.get(), roles);
        } else if (UnifiedSocialCreditCode.isValid(fact.subject())) {
            roles.put("subjectName", fact.subjectName());
            roles.put("subjectKind", kind(SubjectKind.ofCode(fact.subject())));
            roles.put("uscc", fact.subject());
        } else {
            throw SubjectProblem.SUBJECT_NOT_FOUND.with();
        }
        roles.put("documentNumber", fact.documentNumber());
        roles.put("documentDate", fact.date().toString());
        roles.put("authority", fact.authority().name());
        roles.put("authorityUscc", fact.authority().uscc());
        roles.put("sourceName", fact.source().name());
        roles.put("sourceUscc", fact.source().uscc());
        roles.put("validFrom", fact.date().toString());
        return roles;
    }

    private void about(Subject subject, Map<String, String> roles) {
        roles.put("subjectName", subject.name());
        roles.put("subjectKind", kind(subject.kind()));
        if (subject.uscc() != null) {
            roles.put("uscc", subject.uscc());
        }
        String sealed = subject.sealedIdNumber();
        if (sealed != null) {
            roles.put("personIdNumber", personal.idNumber(subject.id(), sealed));
            roles.put("personIdType", subject.idType() == null ? "身份证" : subject.idType());
        }
    }

    // The words of the double-publicity standard, which counts government bodies among organisations.
    private static String kind(SubjectKind kind) {
        return switch (kind) {
            case ORGANISATION, GOVERNMENT_BODY -> "法人及非法人组织";
            case INDIVIDUAL_BUSINESS -> "个体工商户";
            case PERSON -> "自然人";
        };
    }
}
