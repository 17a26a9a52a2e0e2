/** One mechanism of versions for every kind of content. */
@NullMarked
package cn.publiccredit.catalog.content;

import org.jspecify.annotations.NullMarked;
