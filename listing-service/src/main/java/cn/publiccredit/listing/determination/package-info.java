/** How a subject comes onto a list: proposal, notice, statement, determination, approval by another person. */
@NullMarked
package cn.publiccredit.listing.determination;

import org.jspecify.annotations.NullMarked;
