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

    /** The content that a piece may refer to, as it stands at one moment. */
    @FunctionalInterface
    public interface Known {

        /** What is published, or about to be, under this code; empty when there is none or it is retired. */
        Optional<Versioned> find(Kind kind, String code);

        /** What is in force under this code on a day; where no other version is known, the newest if its dates include the day. */
        default Optional<Versioned> find(Kind kind, String code, LocalDate day) {
            return find(kind, code).filter(found -> !day.isBefore(found.effectiveFrom()) && lasts(found, day));
        }

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
            Known before = this;
            return new Known() {
                @Override
                public Optional<Versioned> find(Kind kind, String code) {
                    Versioned own = changed.get(Piece.name(kind, code));
                    return own == null ? before.find(kind, code) : Optional.of(own);
                }

                @Override
                public Optional<Versioned> find(Kind kind, String code, LocalDate day) {
                    Versioned own = changed.get(Piece.name(kind, code));
                    return own == null || day.isBefore(own.effectiveFrom())
                            ? before.find(kind, code, day)
                            : Optional.of(own).filter(found -> lasts(found, day));
                }
            };
        }

        /** The same without this code. */
        default Known without(Kind gone, String goneCode) {
            Known before = this;
            return new Known() {
                @Override
                public Optional<Versioned> find(Kind kind, String code) {
                    return kind == gone && code.equals(goneCode) ? Optional.empty() : before.find(kind, code);
                }

                @Override
                public Optional<Versioned> find(Kind kind, String code, LocalDate day) {
                    return kind == gone && code.equals(goneCode) ? Optional.empty() : before.find(kind, code, day);
                }
            };
        }

        /** The same without what is known to end before this day is over; null for without everything that has an end. */
        default Known lasting(@Nullable LocalDate day) {
            return (kind, code) -> find(kind, code).filter(found -> lasts(found, day));
        }

        /** What is in force on this day, alone. */
        default Known on(LocalDate day) {
            return (kind, code) -> find(kind, code, day);
        }

        private static boolean lasts(Versioned found, @Nullable LocalDate day) {
            LocalDate end = found.effectiveTo();
            return end == null || (day != null && !end.isBefore(day));
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
