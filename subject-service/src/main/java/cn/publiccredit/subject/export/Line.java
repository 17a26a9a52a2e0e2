package cn.publiccredit.subject.export;

import cn.publiccredit.subject.record.RecordView;
import cn.publiccredit.subject.subjects.SubjectView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of the stream, for the API document; they are written piece by piece. */
final class Line {

    private Line() {}

    /**
     * A subject with all its records, also those under its former codes. A later line about it, or about one that names it among its
     * former ids, takes the place of an earlier one.
     *
     * @param cursor what to ask for as {@code after} to go on behind this line; of subjects that come once more, where these begin
     */
    record OfSubject(SubjectView subject, List<RecordView> records, String cursor) {}

    /**
     * The last line. A stream without it was cut off and is to be gone on with from the last cursor.
     *
     * @param next where the next stream begins; null when everything was sent
     */
    record End(boolean end, long subjects, long records, @Nullable String next) {}
}
