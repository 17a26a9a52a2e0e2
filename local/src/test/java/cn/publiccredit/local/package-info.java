@NullMarked
package cn.publiccredit.local;

import org.jspecify.annotations.NullMarked;
