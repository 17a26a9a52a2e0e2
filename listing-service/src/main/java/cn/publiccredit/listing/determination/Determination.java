package cn.publiccredit.listing.determination;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The determination's document (认定文书). */
record Determination(String documentNumber, LocalDate documentDate, @Nullable String note, Person by) {}
