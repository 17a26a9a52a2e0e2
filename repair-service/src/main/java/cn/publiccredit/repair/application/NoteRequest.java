package cn.publiccredit.repair.application;

import cn.publiccredit.support.problem.CommonProblem;
import org.jspecify.annotations.Nullable;

/** A remark that may go with an action. */
record NoteRequest(@Nullable String note) {

    private static final int LONGEST = 2000;

    /** The remark of a request that may have none. */
    static @Nullable String of(@Nullable NoteRequest request) {
        String note = request == null ? null : request.note();
        if (note != null && note.length() > LONGEST) {
            throw CommonProblem.INVALID.with().violating("note", "length",
                    "备注不能超过 " + LONGEST + " 个字。", "The note must not be longer than " + LONGEST + " characters.");
        }
        return note == null || note.isBlank() ? null : note.strip();
    }
}
