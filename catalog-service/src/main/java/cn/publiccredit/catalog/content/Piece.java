package cn.publiccredit.catalog.content;

import cn.publiccredit.support.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A piece of content that has the shape of its kind; whether it keeps the rules is told by {@link #check}.
 *
 * @param at where it stands in what was sent, for messages
 * @param json the content as text, its version included
 */
public record Piece<T extends Versioned>(ContentType<T> type, String at, T content, String json) {

    /** In bytes of UTF-8. A version is one document of the store, and readers take no longer one than this. */
    private static final int LONGEST = 4 << 20;

    /** What a code is called where kinds are mixed, such as {@code items/CF}. */
    public static String name(Kind kind, String code) {
        return kind.path() + "/" + code;
    }

    public String name() {
        return name(kind(), code());
    }

    public Kind kind() {
        return type.kind();
    }

    public String code() {
        return content.code();
    }

    /**
     * Notes what is wrong with it among this other content, of which counts only what lasts as long as itself and is in force on
     * its own first day.
     */
    public void check(ContentType.Known known, Faults faults) {
        List<Violation> atLast = among(known.lasting(content.effectiveTo()));
        List<Violation> atFirst = among(known.on(content.effectiveFrom()));
        faults.addAll(atLast);
        atFirst.stream().filter(fault -> !atLast.contains(fault)).forEach(fault -> faults.early(fault, content.effectiveFrom()));
    }

    private List<Violation> among(ContentType.Known known) {
        Faults faults = new Faults(at);
        GeneralRules.check(content, known, faults);
        type.rules().check(content, known, faults);
        return faults.found();
    }

    /** As {@link #check}, with all that is wrong. */
    public List<Violation> faults(ContentType.Known known) {
        Faults faults = new Faults(at);
        check(known, faults);
        return faults.found();
    }

    /** How long its text is, in bytes of UTF-8, as it is stored. */
    public int bytes() {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether readers would not take it. */
    public boolean isTooLong() {
        return bytes() > LONGEST;
    }

    public String digest() {
        return Canonical.digest(content);
    }
}
