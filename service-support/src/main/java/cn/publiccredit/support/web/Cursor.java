package cn.publiccredit.support.web;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Words;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A place in a stable order: the sort values of the last item seen, opaque to callers. */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        values = List.copyOf(values);
    }

    public static Cursor at(String... values) {
        return new Cursor(List.of(values));
    }

    /** @throws Problem when the text is not a cursor with that many values */
    static Cursor decode(String text, int size) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> values = List.of(joined.split(SEPARATOR, -1));
            if (values.size() == size) {
                return new Cursor(values);
            }
        } catch (IllegalArgumentException e) {
            throw unknown().because(e);
        }
        throw unknown();
    }

    public String encoded() {
        byte[] joined = String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
    }

    public String first() {
        return values.getFirst();
    }

    private static Problem unknown() {
        return CommonProblem.MALFORMED.with(Words.parameter("after")).violating("after", "cursor",
                "参数 after 必须原样使用上一页返回的 next。", "after must be the next of the page before, unchanged.");
    }
}
