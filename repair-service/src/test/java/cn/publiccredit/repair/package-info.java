@NullMarked
package cn.publiccredit.repair;

import org.jspecify.annotations.NullMarked;
