@NullMarked
package cn.publiccredit.local.process;

import org.jspecify.annotations.NullMarked;
