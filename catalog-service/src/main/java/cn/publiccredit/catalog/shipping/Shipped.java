package cn.publiccredit.catalog.shipping;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a release ships in all its versions, and for what it does not ship, what is published. */
final class Shipped implements ContentType.Known {

    private final Map<String, List<Versioned>> versions = new HashMap<>();
    private final ContentType.Known published;

    Shipped(Collection<Piece<?>> pieces, ContentType.Known published) {
        this.published = published;
        pieces.forEach(piece -> versions.computeIfAbsent(piece.name(), name -> new ArrayList<>()).add(piece.content()));
    }

    @Override
    public Optional<Versioned> find(Kind kind, String code) {
        return newest(kind, code, LocalDate.MAX).or(() -> published.find(kind, code));
    }

    @Override
    public Optional<Versioned> find(Kind kind, String code, LocalDate day) {
        Optional<Versioned> begun = newest(kind, code, day);
        return begun.isPresent()
                ? begun.filter(found -> found.effectiveTo() == null || !day.isAfter(found.effectiveTo()))
                : published.find(kind, code, day);
    }

    private Optional<Versioned> newest(Kind kind, String code, LocalDate day) {
        return versions.getOrDefault(Piece.name(kind, code), List.of()).stream()
                .filter(version -> !day.isBefore(version.effectiveFrom())).max(Comparator.comparingInt(Versioned::version));
    }
}
