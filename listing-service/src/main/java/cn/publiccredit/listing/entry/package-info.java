/** Published entries of lists: what is in force, what is public, what was ended and why. */
@NullMarked
package cn.publiccredit.listing.entry;

import org.jspecify.annotations.NullMarked;
