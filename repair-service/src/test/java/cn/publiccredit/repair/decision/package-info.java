@NullMarked
package cn.publiccredit.repair.decision;

import org.jspecify.annotations.NullMarked;
