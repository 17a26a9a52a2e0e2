/** The clock and the zone of business days. */
@NullMarked
package cn.publiccredit.support.time;

import org.jspecify.annotations.NullMarked;
