@NullMarked
package cn.publiccredit.catalog.changes;

import org.jspecify.annotations.NullMarked;
