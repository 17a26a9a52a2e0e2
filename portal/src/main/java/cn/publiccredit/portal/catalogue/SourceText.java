package cn.publiccredit.portal.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a value comes from, with its marks set apart: what was written from memory, and what the province has still to decide.
 *
 * @param parts in their order
 */
record SourceText(List<Part> parts) {

    private static final Pattern MARK = Pattern.compile("\\[(M|memory|待省级确定)]");

    enum Mark { MEMORY, PROVINCE }

    /** A piece of the text, or a mark in it. */
    record Part(String text, @Nullable Mark mark) {}

    SourceText {
        parts = List.copyOf(parts);
    }

    static SourceText of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher marks = MARK.matcher(text);
        int end = 0;
        while (marks.find()) {
            addText(parts, text.substring(end, marks.start()));
            parts.add(new Part(marks.group(), marks.group(1).equals("待省级确定") ? Mark.PROVINCE : Mark.MEMORY));
            end = marks.end();
        }
        addText(parts, text.substring(end));
        return new SourceText(parts);
    }

    private static void addText(List<Part> parts, String text) {
        if (!text.isBlank()) {
            parts.add(new Part(text, null));
        }
    }

    /** How often a mark stands in the texts of this content, however deep. */
    static long count(JsonNode content, Mark mark) {
        if (content.isString()) {
            return of(content.asString()).parts().stream().filter(part -> part.mark() == mark).count();
        }
        return content.valueStream().mapToLong(inner -> count(inner, mark)).sum();
    }
}
