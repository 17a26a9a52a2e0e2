package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Event;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A draft as lists of drafts show it.
 *
 * @param changedAt when it was last edited
 * @param refusal why an approver did not agree; null unless it waits for its editors since
 */
record DraftView(
        Kind kind,
        String code,
        int version,
        VersionState status,
        String edition,
        LocalDate effectiveFrom,
        List<String> editors,
        Instant changedAt,
        @Nullable Refusal refusal) {

    /** An approver's reason. */
    record Refusal(String reason, String by, Instant at) {

        static Refusal of(Event refused) {
            return new Refusal(Objects.requireNonNullElse(refused.note(), ""), refused.actor().name(), refused.at());
        }
    }

    static DraftView of(StoredVersion draft) {
        List<Event> edits = draft.events().stream().filter(event -> event.action().isEditing()).toList();
        return new DraftView(draft.kind(), draft.code(), draft.version(), draft.state(), draft.edition(),
                draft.effectiveFrom(), edits.stream().map(Event::actor).map(Actor::name).distinct().toList(),
                edits.getLast().at(), draft.refusal().map(Refusal::of).orElse(null));
    }
}
