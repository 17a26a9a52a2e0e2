/** The decision on a repair (信用修复决定书): its number and its printable form. */
@NullMarked
package cn.publiccredit.repair.decision;

import org.jspecify.annotations.NullMarked;
