package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure of the national base list (全国失信惩戒措施基础清单) or of incentive.
 *
 * @param group of restraint: A lessens rights or adds duties, B is management within a body's duty, C is others' own choice;
 *     incentives are none of the base list's fourteen measures and have a group of their own
 * @param target whom it meets
 * @param executors who carries it out
 * @param mandatory whether they must, or may take it for reference
 * @param matters codes of the matters in which it applies
 */
record Measure(
        String code,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Group group,
        String name,
        String content,
        String target,
        String legalBasis,
        List<String> executors,
        boolean mandatory,
        List<String> matters,
        String source)
        implements Versioned {

    Measure {
        executors = List.copyOf(executors);
        matters = List.copyOf(matters);
    }

    enum Group { A, B, C, INCENTIVE }
}
