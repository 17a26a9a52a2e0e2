/** The catalogue for those who work with it: what is in force, where each value comes from, and what waits for a second person. */
@NullMarked
package cn.publiccredit.portal.catalogue;

import org.jspecify.annotations.NullMarked;
