package cn.publiccredit.report.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
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
        /** Items of local catalogues. */
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

        boolean holdsItem(String item) {
            return items.stream().anyMatch(i -> i.item().equals(item));
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
     */
    public record ItemRule(String item, @Nullable List<String> columns) {}

    boolean names(String item) {
        return sections.stream().anyMatch(s -> s.holdsItem(item));
    }

    /** The section that a record of this item stands in. */
    public SectionRule sectionOfItem(String item) {
        return sections.stream().filter(s -> s.holdsItem(item)).findFirst().orElseGet(this::rest);
    }

    /** The section that an entry of a list of this kind stands in. */
    public SectionRule sectionOfList(String kind) {
        return sections.stream().filter(s -> s.holdsList(kind)).findFirst().orElseGet(this::rest);
    }

    /** The section that says who the subject is. */
    public SectionRule sectionOfSubject() {
        return sections.stream().filter(s -> s.part() == Part.SUBJECT).findFirst().orElseGet(sections::getFirst);
    }

    private SectionRule rest() {
        return sections.stream().filter(s -> s.part() == Part.REST).findFirst().orElseGet(sections::getLast);
    }

    boolean namesList(String kind) {
        return sections.stream().anyMatch(s -> s.holdsList(kind));
    }

    /** Whether the template is for subjects of this kind. */
    public boolean isFor(String subjectKind) {
        return subjectKinds.stream().anyMatch(kind -> Objects.equals(kind, subjectKind));
    }
}
