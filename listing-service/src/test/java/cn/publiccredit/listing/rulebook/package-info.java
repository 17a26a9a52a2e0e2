@NullMarked
package cn.publiccredit.listing.rulebook;

import org.jspecify.annotations.NullMarked;
