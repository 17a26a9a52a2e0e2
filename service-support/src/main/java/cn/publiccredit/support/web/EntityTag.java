package cn.publiccredit.support.web;

import cn.publiccredit.support.problem.CommonProblem;
import org.jspecify.annotations.Nullable;

/** Entity tags made of an aggregate's version, and the check of {@code If-Match} against them. */
public final class EntityTag {

    private EntityTag() {}

    /** The strong tag for this version, for {@code ResponseEntity.eTag}. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Refuses a change that is not based on the current version.
     *
     * @param ifMatch the request header, null when it was not sent
     * @throws cn.publiccredit.support.problem.Problem 428 without the header, 412 when it names another version
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw CommonProblem.PRECONDITION_REQUIRED.with();
        }
        String sent = ifMatch.strip();
        if (!sent.equals("*") && !sent.equals(of(version))) {
            throw CommonProblem.STALE.with();
        }
    }
}
