/** Content that comes with the program, published at start. */
@NullMarked
package cn.publiccredit.catalog.shipping;

import org.jspecify.annotations.NullMarked;
