/** The signature on a report's PDF. */
@NullMarked
package cn.publiccredit.report.seal;

import org.jspecify.annotations.NullMarked;
