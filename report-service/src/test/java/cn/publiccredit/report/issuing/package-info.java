/** Tests. */
@NullMarked
package cn.publiccredit.report.issuing;

import org.jspecify.annotations.NullMarked;
