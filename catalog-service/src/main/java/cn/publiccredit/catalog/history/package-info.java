/** Versions of a piece of content, what differs between two, and who did what. */
@NullMarked
package cn.publiccredit.catalog.history;

import org.jspecify.annotations.NullMarked;
