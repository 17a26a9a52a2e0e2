package cn.publiccredit.catalog.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Published content: what is in force on a day, and what other content may refer to. */
@Component
public class Contents {

    private final VersionStore store;
    private final ContentTypes types;
    /** Read once for good: what a published version says never changes. */
    private final Map<String, Versioned> read = new ConcurrentHashMap<>();

    Contents(VersionStore store, ContentTypes types) {
        this.store = store;
        this.types = types;
    }

    /** The one with this code; empty when none is in force that day. */
    public <T extends Versioned> Optional<Shown<T>> find(ContentType<T> type, String code, LocalDate day) {
        return Head.inForce(store.heads(type.kind(), code), day)
                .flatMap(head -> shown(type, List.of(head)).stream().findFirst());
    }

    /** All of this kind that are in force that day, by code. */
    public <T extends Versioned> List<Shown<T>> all(ContentType<T> type, LocalDate day) {
        Map<String, List<Head>> byCode = store.heads(type.kind()).stream().collect(Collectors.groupingBy(Head::code));
        List<Head> inForce = byCode.values().stream().flatMap(versions -> Head.inForce(versions, day).stream())
                .sorted(Comparator.comparing(Head::code)).toList();
        return shown(type, inForce);
    }

    /** This published version, whenever it is in force; empty when there is none, or it is a draft. */
    public Optional<Shown<Versioned>> version(Kind kind, String code, int version) {
        return store.heads(kind, code).stream()
                .filter(head -> head.version() == version && !head.isDraft())
                .findFirst()
                .flatMap(head -> this.<Versioned>shown(typeOf(kind), List.of(head)).stream().findFirst());
    }

    /** As {@link #find(ContentType, String, LocalDate)} for a kind that is known only when it runs. */
    public Optional<Shown<Versioned>> find(Kind kind, String code, LocalDate day) {
        return find(typeOf(kind), code, day);
    }

    /** As {@link #all(ContentType, LocalDate)} for a kind that is known only when it runs. */
    public List<Shown<Versioned>> all(Kind kind, LocalDate day) {
        return all(typeOf(kind), day);
    }

    /** What stands on a day: of each code the version in force, and the newest published one if it is not retired. */
    List<Versioned> standing(Kind kind, LocalDate day) {
        Map<String, List<Head>> byCode = store.heads(kind).stream().collect(Collectors.groupingBy(Head::code));
        List<Head> heads = byCode.values().stream().flatMap(versions -> Stream.concat(
                        Head.inForce(versions, day).stream(),
                        Head.newestPublished(versions).filter(newest -> newest.state() == VersionState.PUBLISHED).stream())
                .distinct()).sorted(Comparator.comparing(Head::id)).toList();
        return this.<Versioned>shown(typeOf(kind), heads).stream().map(Shown::content).toList();
    }

    /**
     * What other content may refer to: of each code the newest published version, unless it is retired, and what is in force on a
     * day. Versions are looked up once; not for keeping.
     */
    public ContentType.Known known() {
        return new Published();
    }

    private final class Published implements ContentType.Known {

        private final Map<String, List<Head>> asked = new HashMap<>();

        @Override
        public Optional<Versioned> find(Kind kind, String code) {
            return Head.newestPublished(heads(kind, code)).filter(head -> head.state() == VersionState.PUBLISHED)
                    .flatMap(this::content);
        }

        @Override
        public Optional<Versioned> find(Kind kind, String code, LocalDate day) {
            return Head.inForce(heads(kind, code), day).flatMap(this::content);
        }

        private List<Head> heads(Kind kind, String code) {
            return asked.computeIfAbsent(Piece.name(kind, code), name -> store.heads(kind, code));
        }

        private Optional<Versioned> content(Head head) {
            return Contents.this.<Versioned>shown(typeOf(head.kind()), List.of(head)).stream().findFirst().map(Shown::content);
        }
    }

    /** What a stored version says. */
    public Versioned parse(StoredVersion version) {
        return Canonical.STRICT.readValue(version.json(), types.of(version.kind()).shape());
    }

    // Every shape of content is versioned; the type's rules are not used through this.
    @SuppressWarnings("unchecked")
    private ContentType<Versioned> typeOf(Kind kind) {
        return (ContentType<Versioned>) types.of(kind);
    }

    private <T extends Versioned> List<Shown<T>> shown(ContentType<T> type, List<Head> heads) {
        load(heads);
        List<Shown<T>> shown = new ArrayList<>();
        for (Head head : heads) {
            Versioned content = Objects.requireNonNull(read.get(head.id()), head.id());
            shown.add(new Shown<>(type.shape().cast(content), head.state(), head.retiredFrom()));
        }
        return shown;
    }

    private void load(Collection<Head> heads) {
        List<String> missing = heads.stream().map(Head::id).filter(id -> !read.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            store.find(missing).forEach(version -> read.put(version.id(), parse(version)));
        }
    }
}
