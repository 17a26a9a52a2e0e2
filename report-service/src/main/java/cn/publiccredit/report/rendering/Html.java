package cn.publiccredit.report.rendering;

import java.util.SortedSet;
import java.util.TreeSet;

/** Well-formed HTML under construction; all text is escaped, and characters that cannot be printed are named instead. */
final class Html {

    private final Fonts fonts;
    private final StringBuilder markup = new StringBuilder(16_384);
    private final SortedSet<String> unprintable = new TreeSet<>();

    Html(Fonts fonts) {
        this.fonts = fonts;
    }

    /** Adds markup of our own making; never anything that came from outside. */
    Html raw(String ownMarkup) {
        markup.append(ownMarkup);
        return this;
    }

    /** Adds text from anywhere. */
    Html text(String text) {
        text.codePoints().forEach(this::character);
        return this;
    }

    Html element(String name, String cssClass, String text) {
        return raw("<" + name + " class=\"" + cssClass + "\">").text(text).raw("</" + name + ">");
    }

    /** The characters that were named instead of printed. */
    SortedSet<String> unprintable() {
        return unprintable;
    }

    private void character(int c) {
        switch (c) {
            case '\n' -> markup.append("<br/>");
            case '\r' -> { }
            case '\t', 0xA0 -> markup.append(' ');
            case '<' -> markup.append("&lt;");
            case '>' -> markup.append("&gt;");
            case '&' -> markup.append("&amp;");
            case '"' -> markup.append("&quot;");
            default -> printable(c);
        }
    }

    private void printable(int c) {
        fonts.printable(c).ifPresentOrElse(markup::appendCodePoint, () -> {
            String name = "〔U+%04X〕".formatted(c);
            unprintable.add(name);
            markup.append(name);
        });
    }

    @Override
    public String toString() {
        return markup.toString();
    }
}
