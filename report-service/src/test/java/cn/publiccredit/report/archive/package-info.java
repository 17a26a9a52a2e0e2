/** Tests. */
@NullMarked
package cn.publiccredit.report.archive;

import org.jspecify.annotations.NullMarked;
