package cn.publiccredit.report.content;

import cn.publiccredit.report.source.CatalogItem;
import cn.publiccredit.report.source.RecordFacts;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of report holds, in its order; a template is data with its source, not code.
 *
 * @param subjectKinds the kinds of subject it is for
 * @param emptySentence what an empty section says, in the standard's words
 * @param defaultAdvice the advice to a subject that has nothing to mend, in the standard's words
 * @param disputedMark the mark on information to which an objection is undecided
 * @param explanations the report's explanation of itself, 报告说明
 */
public record Template(
        String code,
        int version,
        String title,
        String edition,
        String source,
        List<String> subjectKinds,
        String emptySentence,
        String defaultAdvice,
        String disputedMark,
        List<String> explanations,
        List<SectionRule> sections) {

    /** What a section holds beside the items and lists that it names. */
    public enum Part {
        /** What is registered of the subject itself. */
        SUBJECT,
        /** Every national item and list kind that no section names: nothing that was gathered is left out. */
        REST,
        /** What the subject can do next. */
        ADVICE,
        /** Every item of a local catalogue that no section names. */
        LOCAL
    }

    /** One section. */
    public record SectionRule(
            String code,
            String number,
            String title,
            @Nullable Part part,
            List<ItemRule> items,
            @JsonProperty("lists") @Nullable List<String> listKinds) {

        public SectionRule {
            items = items == null ? List.of() : List.copyOf(items);
        }

        boolean names(RecordFacts fact) {
            return items.stream().anyMatch(rule -> rule.holds(fact));
        }

        /** Whether the entries of lists of this kind stand in this section. */
        boolean holdsList(String kind) {
            return listKinds != null && listKinds.contains(kind);
        }
    }

    /**
     * One catalogue item of a section.
     *
     * @param columns the columns in their order; null for all that describe the record and may be printed
     * @param when which of its records by what a column says; null for all
     */
    public record ItemRule(String item, @Nullable List<String> columns, @Nullable Choice when) {

        /** Whether this record is one that the rule is about. */
        boolean holds(RecordFacts fact) {
            return fact.item().equals(item) && (when == null || when.holds(fact));
        }
    }

    /** Records whose column has one of these values. */
    public record Choice(String column, List<String> in) {

        boolean holds(RecordFacts fact) {
            return in.contains(Words.value(fact.data().get(column)));
        }
    }

    /**
     * The section that this record stands in; empty when the report does not tell of it.
     *
     * @param catalogue the items by code; one that is not there passes for national
     */
    public Optional<SectionRule> sectionOf(RecordFacts fact, Map<String, CatalogItem> catalogue) {
        CatalogItem item = catalogue.get(fact.item());
        Part unnamed = item != null && item.isLocal() ? Part.LOCAL : Part.REST;
        return sections.stream().filter(s -> s.names(fact)).findFirst().or(() -> first(unnamed));
    }

    /** The section that an entry of a list of this kind stands in; empty when the report does not tell of it. */
    public Optional<SectionRule> sectionOfList(String kind) {
        return sections.stream().filter(s -> s.holdsList(kind)).findFirst().or(() -> first(Part.REST));
    }

    /** The section that says who the subject is. */
    public SectionRule sectionOfSubject() {
        return first(Part.SUBJECT).orElseGet(sections::getFirst);
    }

    private Optional<SectionRule> first(Part part) {
        return sections.stream().filter(s -> s.part() == part).findFirst();
    }

    /** Whether the template is for subjects of this kind. */
    public boolean isFor(String subjectKind) {
        return subjectKinds.stream().anyMatch(kind -> Objects.equals(kind, subjectKind));
    }
}
