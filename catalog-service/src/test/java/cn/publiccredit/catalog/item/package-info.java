/** Tests. */
@NullMarked
package cn.publiccredit.catalog.item;

import org.jspecify.annotations.NullMarked;
