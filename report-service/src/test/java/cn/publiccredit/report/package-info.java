/** Tests. */
@NullMarked
package cn.publiccredit.report;

import org.jspecify.annotations.NullMarked;
