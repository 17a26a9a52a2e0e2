package cn.publiccredit.catalog.template;

import cn.publiccredit.catalog.content.Omissible;
import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of report holds, in its order (公共信用信息报告标准).
 *
 * @param title what is printed on the cover
 * @param variant for whom the standard has it, such as 法人和非法人组织版
 * @param emptySentence what an empty section says, in the standard's words
 * @param defaultAdvice the advice to a subject that has nothing to mend
 * @param disputedMark the mark on information to which an objection is undecided
 * @param explanations what the report says of itself, 报告说明
 */
record ReportTemplate(
        String code,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String title,
        String variant,
        List<SubjectKind> subjectKinds,
        String emptySentence,
        @Nullable String defaultAdvice,
        String disputedMark,
        List<String> explanations,
        List<SectionRule> sections,
        String legalBasis,
        String source)
        implements Versioned {

    ReportTemplate {
        subjectKinds = List.copyOf(subjectKinds);
        explanations = List.copyOf(explanations);
        sections = List.copyOf(sections);
    }

    enum SubjectKind { ORGANISATION, INDIVIDUAL_BUSINESS, PERSON, GOVERNMENT_BODY }

    /** What a section holds beside the items and lists that it names. */
    enum Part { SUBJECT, REST, ADVICE, LOCAL }

    enum ListKind { RED, BLACK, ATTENTION }

    /**
     * One section.
     *
     * @param number as printed, such as 一
     */
    record SectionRule(
            String code,
            String number,
            String title,
            @Nullable Part part,
            @Omissible List<ItemRule> items,
            @Omissible List<ListKind> lists) {

        SectionRule {
            items = items == null ? List.of() : List.copyOf(items);
            lists = lists == null ? List.of() : List.copyOf(lists);
        }
    }

    /**
     * One item of a section.
     *
     * @param columns in their order; left out for all that may be printed
     * @param when which of its records by what a column says; left out for all
     */
    record ItemRule(String item, @Nullable List<String> columns, @Nullable Choice when) {}
}
