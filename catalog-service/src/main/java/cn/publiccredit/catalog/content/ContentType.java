package cn.publiccredit.catalog.content;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What content of a kind looks like and what must hold for it; one bean for each kind.
 *
 * @param shape the record that one piece is read into
 * @param rules what must hold beyond the shape
 */
public record ContentType<T extends Versioned>(Kind kind, Class<T> shape, Rules<T> rules) {

    /** A kind whose shape says everything. */
    public static <T extends Versioned> ContentType<T> of(Kind kind, Class<T> shape) {
        return new ContentType<>(kind, shape, (content, known, faults) -> {});
    }

    /** What must hold for a piece of content before it may be published. */
    @FunctionalInterface
    public interface Rules<T extends Versioned> {

        /** Notes everything that is wrong. */
        void check(T content, Known known, Faults faults);
    }

    /** The content that a piece may refer to. */
    @FunctionalInterface
    public interface Known {

        /** What is published, or about to be, under this code; empty when there is none or it is retired. */
        Optional<Versioned> find(Kind kind, String code);

        default boolean has(Kind kind, String code) {
            return find(kind, code).isPresent();
        }

        /** Whether this code stands in this code set and is valid on the day. */
        default boolean lists(String codeSet, String code, LocalDate day) {
            return find(Kind.CODE_SETS, codeSet).orElse(null) instanceof CodeList list && list.lists(code, day);
        }

        /** The same with these pieces in their new form. */
        default Known with(Collection<Piece<?>> pieces) {
            Map<String, Versioned> changed = new HashMap<>();
            pieces.forEach(piece -> changed.put(piece.name(), piece.content()));
            return (kind, code) -> {
                Versioned own = changed.get(Piece.name(kind, code));
                return own == null ? find(kind, code) : Optional.of(own);
            };
        }

        /** The same without what is known to end before this day is over; null for without everything that has an end. */
        default Known lasting(@Nullable LocalDate day) {
            return (kind, code) -> find(kind, code).filter(found -> {
                LocalDate end = found.effectiveTo();
                return end == null || (day != null && !end.isBefore(day));
            });
        }

        /** The same, each code looked up once; for many questions at one moment. */
        default Known remembering() {
            Map<String, Optional<Versioned>> asked = new HashMap<>();
            return (kind, code) -> asked.computeIfAbsent(Piece.name(kind, code), name -> find(kind, code));
        }

        /** Notes each code that is named and not known. */
        default void require(Kind kind, Iterable<String> codes, String field, Faults faults) {
            codes.forEach(code -> {
                if (!has(kind, code)) {
                    faults.unknown(field, kind.path(), code);
                }
            });
        }
    }

    /** Content that lists codes which other content may name. */
    public interface CodeList {

        boolean lists(String code, LocalDate day);
    }

    /** Content that lists columns, which other content may name together with what stands in them. */
    public interface Columns extends CodeList {

        /** Whether this column may hold this value; true of a column without a list of values. */
        boolean allows(String column, String value);
    }
}
