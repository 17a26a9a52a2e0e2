/** Tests. */
@NullMarked
package cn.publiccredit.report.verification;

import org.jspecify.annotations.NullMarked;
