/** Tests. */
@NullMarked
package cn.publiccredit.catalog;

import org.jspecify.annotations.NullMarked;
