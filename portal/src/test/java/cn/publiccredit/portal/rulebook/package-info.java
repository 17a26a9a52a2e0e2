@NullMarked
package cn.publiccredit.portal.rulebook;

import org.jspecify.annotations.NullMarked;
