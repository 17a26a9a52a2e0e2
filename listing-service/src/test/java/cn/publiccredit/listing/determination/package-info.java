@NullMarked
package cn.publiccredit.listing.determination;

import org.jspecify.annotations.NullMarked;
