package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Event;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A draft as lists of drafts show it. */
record DraftView(
        Kind kind,
        String code,
        int version,
        VersionState status,
        String edition,
        LocalDate effectiveFrom,
        List<String> editors,
        Instant changedAt) {

    static DraftView of(StoredVersion draft) {
        return new DraftView(draft.kind(), draft.code(), draft.version(), draft.state(), draft.edition(),
                draft.effectiveFrom(), draft.events().stream().map(Event::actor).map(Actor::name).distinct().toList(),
                draft.events().getLast().at());
    }
}
