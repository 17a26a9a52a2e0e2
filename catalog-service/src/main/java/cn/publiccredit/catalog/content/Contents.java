package cn.publiccredit.catalog.content;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Content in force on a day: of each code the highest version whose effective dates include it. */
@Component
public class Contents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final VersionStore store;
    /** Read once for good: a published version never changes. */
    private final Map<String, Versioned> read = new ConcurrentHashMap<>();

    Contents(VersionStore store) {
        this.store = store;
    }

    /** The one with this code; empty when none is in force that day. */
    public <T extends Versioned> Optional<T> find(ContentType<T> type, String code, LocalDate day) {
        return inForce(type, store.versions(type.folder(), code), day).stream().findFirst();
    }

    /** All of this kind, by code. */
    public <T extends Versioned> List<T> all(ContentType<T> type, LocalDate day) {
        return inForce(type, store.versions(type.folder()), day).stream()
                .sorted(Comparator.comparing(Versioned::code))
                .toList();
    }

    private <T extends Versioned> Collection<T> inForce(
            ContentType<T> type, List<PublishedVersion> versions, LocalDate day) {
        return versions.stream()
                .map(version -> parsed(type, version))
                .filter(content -> content.isInForce(day))
                .collect(Collectors.toMap(Versioned::code, content -> content,
                        (one, other) -> one.version() > other.version() ? one : other))
                .values();
    }

    private <T extends Versioned> T parsed(ContentType<T> type, PublishedVersion version) {
        return type.shape().cast(
                read.computeIfAbsent(version.id(), id -> JSON.readValue(version.json(), type.shape())));
    }
}
