package cn.publiccredit.catalog.content;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a kind from a path. */
@Component
class KindInPath implements Converter<String, Kind> {

    @Override
    public Kind convert(String path) {
        return Kind.ofPath(path).orElseThrow(() -> new IllegalArgumentException("no kind of content: " + path));
    }
}
