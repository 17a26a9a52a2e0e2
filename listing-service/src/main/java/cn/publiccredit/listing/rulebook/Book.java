package cn.publiccredit.listing.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** A rule book as the catalogue answers it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Book<T>(List<T> items) {

    Book {
        Garbage.unless(items != null);
        items = List.copyOf(items);
    }
}
