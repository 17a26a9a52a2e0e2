/** Tests. */
@NullMarked
package cn.publiccredit.report.rendering;

import org.jspecify.annotations.NullMarked;
