/** Issued reports and their files, kept unchanged for ever. */
@NullMarked
package cn.publiccredit.report.archive;

import org.jspecify.annotations.NullMarked;
