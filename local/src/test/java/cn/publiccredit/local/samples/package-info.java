/** Tests. */
@NullMarked
package cn.publiccredit.local.samples;

import org.jspecify.annotations.NullMarked;
