@NullMarked
package cn.publiccredit.catalog.edition;

import org.jspecify.annotations.NullMarked;
