package cn.publiccredit.portal.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of content as a page shows it.
 *
 * @param fromMemory how many marks of memory it has
 * @param toBeDecided how many values the province has still to decide
 */
record Sheet(List<Fact> facts, List<Part> parts, long fromMemory, long toBeDecided) {

    Sheet {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
    }

    /** A field and what it says. */
    record Fact(String label, String value) {}

    /**
     * A part of it with a heading of its own.
     *
     * @param source null when the part names none of its own
     * @param table null when it has none
     */
    record Part(String title, List<Fact> facts, @Nullable SourceText source, @Nullable Table table) {

        Part {
            facts = List.copyOf(facts);
        }
    }

    record Table(List<String> heads, List<List<Cell>> rows) {

        Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** @param source set instead of the value in the column of sources */
    record Cell(String label, String value, @Nullable SourceText source) {}
}
