@NullMarked
package cn.publiccredit.catalog.shipping;

import org.jspecify.annotations.NullMarked;
