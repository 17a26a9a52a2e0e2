package cn.publiccredit.catalog.template;

import cn.publiccredit.catalog.content.Omissible;
import cn.publiccredit.catalog.content.Versioned;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How organisations are evaluated (公共信用综合评价); natural persons never are.
 *
 * @param base points that everybody begins with
 * @param indicators what adds or takes points
 * @param bands grades by points, the best first
 * @param vetoes what fixes the grade whatever the points
 */
record EvaluationModel(
        String code,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String name,
        List<SubjectKind> subjectKinds,
        BigDecimal base,
        List<Indicator> indicators,
        List<Band> bands,
        @Omissible List<Veto> vetoes,
        String legalBasis,
        String source)
        implements Versioned {

    EvaluationModel {
        subjectKinds = List.copyOf(subjectKinds);
        indicators = List.copyOf(indicators);
        bands = List.copyOf(bands);
        vetoes = vetoes == null ? List.of() : List.copyOf(vetoes);
    }

    enum SubjectKind { ORGANISATION, INDIVIDUAL_BUSINESS }

    enum Measure { COUNT, SUM, PRESENCE }

    enum Severity { NONE, MINOR, GENERAL, SERIOUS }

    enum Grade { A, B, C, D }

    enum ListKind { RED, BLACK, ATTENTION }

    /**
     * One indicator.
     *
     * @param items whose records it counts
     * @param severities which grades of them; left out for all
     * @param when which of them by what a column says; left out for all
     * @param weight points for each; negative takes points
     * @param cap most points it can add or take; not negative
     * @param decayMonths after how many months a record counts half; left out for no decay
     */
    record Indicator(
            String code,
            String name,
            String dimension,
            List<String> items,
            @Omissible List<Severity> severities,
            @Nullable Choice when,
            Measure measure,
            BigDecimal weight,
            BigDecimal cap,
            @Nullable Integer decayMonths,
            String source) {

        Indicator {
            items = List.copyOf(items);
            severities = severities == null ? List.of() : List.copyOf(severities);
        }
    }

    /** A grade from this many points on. */
    record Band(Grade grade, String meaning, BigDecimal from, String source) {}

    /** An active entry on a list of this kind fixes the grade. */
    record Veto(ListKind listKind, Grade grade, String source) {}
}
