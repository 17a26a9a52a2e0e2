@NullMarked
package cn.publiccredit.support.identity;

import org.jspecify.annotations.NullMarked;
