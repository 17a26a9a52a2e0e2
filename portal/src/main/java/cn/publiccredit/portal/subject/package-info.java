/** The page of one subject. */
@NullMarked
package cn.publiccredit.portal.subject;

import org.jspecify.annotations.NullMarked;
