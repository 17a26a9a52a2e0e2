@NullMarked
package cn.publiccredit.local.app;

import org.jspecify.annotations.NullMarked;
