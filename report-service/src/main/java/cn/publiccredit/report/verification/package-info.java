/** Whether a report is genuine, and what has changed since it was issued. */
@NullMarked
package cn.publiccredit.report.verification;

import org.jspecify.annotations.NullMarked;
