/** The home page and the search. */
@NullMarked
package cn.publiccredit.portal.home;

import org.jspecify.annotations.NullMarked;
