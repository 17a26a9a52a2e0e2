/** Tests. */
@NullMarked
package cn.publiccredit.report.source;

import org.jspecify.annotations.NullMarked;
