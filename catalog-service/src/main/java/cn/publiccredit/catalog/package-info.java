/** The rule books that every other service reads: items, lists, measures, matters, code sets, calendars. */
@NullMarked
package cn.publiccredit.catalog;

import org.jspecify.annotations.NullMarked;
