package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.content.Answers;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Head;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.support.problem.CommonProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ties each change to what its author has read: 428 without {@code If-Match}, 412 when it is no longer so. */
@Component
class Preconditions {

    private final VersionStore store;
    private final Contents contents;
    private final Answers answers;
    private final Clock clock;

    Preconditions(VersionStore store, Contents contents, Answers answers, Clock clock) {
        this.store = store;
        this.contents = contents;
        this.answers = answers;
        this.clock = clock;
    }

    /** The caller has read this draft as it is. */
    void require(StoredVersion draft, @Nullable String ifMatch) {
        require(ifMatch, Stream.of(draft.tag()));
    }

    /** The caller knows that there is no draft, or has read the version that one will follow. */
    void requireAbsentDraft(Kind kind, String code, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
            return;
        }
        requirePublished(kind, code, ifMatch);
    }

    /** The caller has read the newest published version, or the one in force. */
    void requirePublished(Kind kind, String code, @Nullable String ifMatch) {
        Stream<String> newest = Head.newestPublished(store.heads(kind, code)).stream()
                .flatMap(head -> contents.version(kind, code, head.version()).stream()).map(answers::tag);
        Stream<String> inForce = contents.find(kind, code, LocalDate.now(clock)).stream().map(answers::tag);
        require(ifMatch, Stream.concat(newest, inForce));
    }

    /** The caller has read what has this tag. */
    static void require(String tag, @Nullable String ifMatch) {
        require(ifMatch, Stream.of(tag));
    }

    private static void require(@Nullable String ifMatch, Stream<String> current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw CommonProblem.PRECONDITION_REQUIRED.with();
        }
        String sent = ifMatch.strip();
        if (current.noneMatch(tag -> sent.equals(tag) || sent.equals("*"))) {
            throw CommonProblem.STALE.with();
        }
    }
}
