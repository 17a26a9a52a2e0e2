@NullMarked
package cn.publiccredit.catalog.editing;

import org.jspecify.annotations.NullMarked;
