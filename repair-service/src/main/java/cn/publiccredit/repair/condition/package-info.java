/** What must be fulfilled before a record can be repaired. */
@NullMarked
package cn.publiccredit.repair.condition;

import org.jspecify.annotations.NullMarked;
