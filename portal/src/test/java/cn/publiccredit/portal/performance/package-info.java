@NullMarked
package cn.publiccredit.portal.performance;

import org.jspecify.annotations.NullMarked;
