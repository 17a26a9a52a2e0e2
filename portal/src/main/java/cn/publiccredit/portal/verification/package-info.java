/** Whether a report is genuine. */
@NullMarked
package cn.publiccredit.portal.verification;

import org.jspecify.annotations.NullMarked;
