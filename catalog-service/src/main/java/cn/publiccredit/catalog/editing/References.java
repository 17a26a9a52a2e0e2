package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.ContentTypes;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.catalog.content.Shown;
import cn.publiccredit.catalog.content.Versioned;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds which content would break a rule if a code were no longer there. */
@Component
class References {

    private final Contents contents;
    private final ContentTypes types;
    private final Clock clock;

    References(Contents contents, ContentTypes types, Clock clock) {
        this.contents = contents;
        this.types = types;
        this.clock = clock;
    }

    /** What is in force today and names this code, as {@code lists/market-serious}. */
    List<String> to(Kind kind, String code) {
        ContentType.Known all = remembering(contents.known());
        ContentType.Known without = (k, c) -> k == kind && c.equals(code) ? Optional.empty() : all.find(k, c);
        return Arrays.stream(Kind.values()).flatMap(k -> pieces(k))
                .filter(piece -> piece.kind() != kind || !piece.code().equals(code))
                .filter(piece -> piece.faults(all).isEmpty() && !piece.faults(without).isEmpty())
                .map(piece -> Drafts.name(piece.kind(), piece.code()))
                .toList();
    }

    private static ContentType.Known remembering(ContentType.Known known) {
        Map<String, Optional<Versioned>> asked = new HashMap<>();
        return (kind, code) -> asked.computeIfAbsent(kind.path() + "/" + code, key -> known.find(kind, code));
    }

    private Stream<Piece<?>> pieces(Kind kind) {
        return contents.all(kind, LocalDate.now(clock)).stream().map(shown -> piece(types.of(kind), shown));
    }

    private static <T extends Versioned> Piece<?> piece(ContentType<T> type, Shown<Versioned> shown) {
        return new Piece<>(type, "", type.shape().cast(shown.content()), "");
    }
}
