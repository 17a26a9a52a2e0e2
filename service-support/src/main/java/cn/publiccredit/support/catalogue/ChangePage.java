package cn.publiccredit.support.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A part of the feed of changes as the catalogue answers it.
 *
 * @param next where to go on
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ChangePage(List<Change> items, String next) {

    ChangePage {
        ForeignAnswer.unless(items != null && next != null && !next.isBlank());
        items = List.copyOf(items);
    }

    /** What was published or retired. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(String kind, String code) {

        Change {
            ForeignAnswer.unless(kind != null && code != null);
        }
    }

    /** An answer that is JSON but no part of a feed. */
    static final class ForeignAnswer extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private ForeignAnswer() {
            super("the catalogue's answer is no part of its feed of changes");
        }

        static void unless(boolean whole) {
            if (!whole) {
                throw new ForeignAnswer();
            }
        }
    }
}
