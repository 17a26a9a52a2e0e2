@NullMarked
package cn.publiccredit.portal.merges;

import org.jspecify.annotations.NullMarked;
