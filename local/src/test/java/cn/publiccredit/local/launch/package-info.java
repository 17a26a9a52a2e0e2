@NullMarked
package cn.publiccredit.local.launch;

import org.jspecify.annotations.NullMarked;
