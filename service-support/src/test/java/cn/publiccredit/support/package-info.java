@NullMarked
package cn.publiccredit.support;

import org.jspecify.annotations.NullMarked;
