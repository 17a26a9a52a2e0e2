@NullMarked
package cn.publiccredit.listing.screening;

import org.jspecify.annotations.NullMarked;
