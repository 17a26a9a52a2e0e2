@NullMarked
package cn.publiccredit.repair.calendar;

import org.jspecify.annotations.NullMarked;
