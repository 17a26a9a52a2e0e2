/** Catalogue items and the data standards of their columns. */
@NullMarked
package cn.publiccredit.catalog.item;

import org.jspecify.annotations.NullMarked;
