/** The catalogue's rule books that lists are made by, with the last good copy of each for when the catalogue is down. */
@NullMarked
package cn.publiccredit.listing.rulebook;

import org.jspecify.annotations.NullMarked;
