/** The smaller rule books: lists, measures, matters, code sets, calendars, repair rules. */
@NullMarked
package cn.publiccredit.catalog.rulebook;

import org.jspecify.annotations.NullMarked;
