@NullMarked
package cn.publiccredit.portal;

import org.jspecify.annotations.NullMarked;
