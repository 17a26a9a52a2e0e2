/** Working days, repair rules and the deadlines that follow from them. */
@NullMarked
package cn.publiccredit.repair.calendar;

import org.jspecify.annotations.NullMarked;
