@NullMarked
package cn.publiccredit.repair.condition;

import org.jspecify.annotations.NullMarked;
