/** Leased work: steps inside a document, run by one replica at a time until done. */
@NullMarked
package cn.publiccredit.support.work;

import org.jspecify.annotations.NullMarked;
