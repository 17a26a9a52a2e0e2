/** Tests. */
@NullMarked
package cn.publiccredit.report.content;

import org.jspecify.annotations.NullMarked;
