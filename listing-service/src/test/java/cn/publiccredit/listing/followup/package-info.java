@NullMarked
package cn.publiccredit.listing.followup;

import org.jspecify.annotations.NullMarked;
