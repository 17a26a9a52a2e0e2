/** Tests. */
@NullMarked
package cn.publiccredit.catalog.content;

import org.jspecify.annotations.NullMarked;
