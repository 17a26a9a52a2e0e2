/** The public web site and the departments' workbench. */
@NullMarked
package cn.publiccredit.portal;

import org.jspecify.annotations.NullMarked;
