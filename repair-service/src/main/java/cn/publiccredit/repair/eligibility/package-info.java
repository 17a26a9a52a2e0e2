/** Which records can be repaired, now or from when. */
@NullMarked
package cn.publiccredit.repair.eligibility;

import org.jspecify.annotations.NullMarked;
