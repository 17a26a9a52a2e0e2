@NullMarked
package cn.publiccredit.repair.eligibility;

import org.jspecify.annotations.NullMarked;
