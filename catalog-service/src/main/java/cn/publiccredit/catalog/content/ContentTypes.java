package cn.publiccredit.catalog.content;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The type of each kind. */
@Component
public class ContentTypes {

    private final Map<Kind, ContentType<?>> byKind = new EnumMap<>(Kind.class);

    ContentTypes(List<ContentType<?>> types) {
        types.forEach(type -> byKind.put(type.kind(), type));
        if (byKind.size() != Kind.values().length || types.size() != byKind.size()) {
            throw new IllegalStateException("each kind of content needs exactly one type: " + byKind.keySet());
        }
    }

    public ContentType<?> of(Kind kind) {
        ContentType<?> type = byKind.get(kind);
        if (type == null) {
            throw new IllegalStateException("no type for " + kind);
        }
        return type;
    }
}
