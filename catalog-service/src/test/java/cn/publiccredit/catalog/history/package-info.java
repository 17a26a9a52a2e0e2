@NullMarked
package cn.publiccredit.catalog.history;

import org.jspecify.annotations.NullMarked;
