@NullMarked
package cn.publiccredit.listing.entry;

import org.jspecify.annotations.NullMarked;
