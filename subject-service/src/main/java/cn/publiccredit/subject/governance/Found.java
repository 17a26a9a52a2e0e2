package cn.publiccredit.subject.governance;

import cn.publiccredit.subject.personal.KeyedHash;
import cn.publiccredit.subject.personal.Masks;
import cn.publiccredit.subject.record.CodeFinding;
import cn.publiccredit.subject.record.CodeFinding.Kind;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One finding, as it is kept.
 *
 * @param id the same whenever the same row is judged again
 * @param caseId the case it belongs to
 */
record Found(
        String id,
        String caseId,
        CodeFinding finding,
        CodeText text,
        @Nullable String other,
        IntakeContext context,
        String month) {

    static Found of(KeyedHash hashes, Masks masks, IntakeContext context, CodeFinding finding) {
        String caseId = finding.kind().name() + "-" + hashes.of("code-case", finding.kind().name(), key(context, finding));
        // What belongs to a subject rather than to a row counts once a batch.
        boolean perRow = finding.kind() != Kind.ONE_NAME_TWO_CODES && !isWithoutCode(finding);
        String id = context.batch() + "/" + (perRow ? finding.kind() + "/" + finding.row() : caseId);
        String other = finding.other();
        CodeText text = CodeText.of(masks, finding.code(), finding.name());
        YearMonth month = YearMonth.from(context.receivedAt().atZone(TimeConfiguration.ZONE));
        return new Found(id, caseId, finding, isWithoutCode(finding) ? new CodeText(finding.code(), finding.name()) : text,
                other, context, month.toString());
    }

    /** The divisions below province level that it belongs to: its source's city and, where it comes from one, its county. */
    Set<String> divisions() {
        Division division = context.sourceDivision();
        Set<String> all = new LinkedHashSet<>();
        all.add(division.code().substring(0, 4) + "00");
        all.add(division.code());
        return all;
    }

    Set<String> codes() {
        boolean twoCodes = finding.kind() == Kind.ONE_NAME_TWO_CODES && other != null;
        return twoCodes ? Set.of(text.code(), other) : Set.of(text.code());
    }

    Set<String> names() {
        boolean twoNames = finding.kind() != Kind.ONE_NAME_TWO_CODES && other != null && !other.equals(text.name());
        return twoNames ? Set.of(text.name(), other) : Set.of(text.name());
    }

    // A business that has no code yet is kept under an id of ours.
    private static boolean isWithoutCode(CodeFinding finding) {
        return finding.kind() == Kind.PLACEHOLDER && !finding.code().equals(UnifiedSocialCreditCode.PLACEHOLDER);
    }

    private static String key(IntakeContext context, CodeFinding finding) {
        return switch (finding.kind()) {
            case WRONG, DUPLICATE, ONE_CODE_TWO_NAMES -> finding.code();
            case ONE_NAME_TWO_CODES -> String.join("/",
                    Stream.of(finding.code(), String.valueOf(finding.other())).sorted().toList());
            case PLACEHOLDER -> isWithoutCode(finding)
                    ? finding.code()
                    : context.sourceUscc() + "/" + finding.name();
        };
    }
}
