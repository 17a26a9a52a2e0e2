/** The published lists. */
@NullMarked
package cn.publiccredit.portal.lists;

import org.jspecify.annotations.NullMarked;
