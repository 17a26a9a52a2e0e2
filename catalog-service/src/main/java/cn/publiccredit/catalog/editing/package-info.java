/** Drafts, their publication by a second person, and retirement: the same for every kind of content. */
@NullMarked
package cn.publiccredit.catalog.editing;

import org.jspecify.annotations.NullMarked;
