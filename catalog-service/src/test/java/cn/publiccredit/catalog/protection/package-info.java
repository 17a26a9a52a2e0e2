@NullMarked
package cn.publiccredit.catalog.protection;

import org.jspecify.annotations.NullMarked;
