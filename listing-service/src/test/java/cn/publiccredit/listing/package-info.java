@NullMarked
package cn.publiccredit.listing;

import org.jspecify.annotations.NullMarked;
