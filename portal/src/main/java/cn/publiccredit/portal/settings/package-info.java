/** What the portal is told by its surroundings. */
@NullMarked
package cn.publiccredit.portal.settings;

import org.jspecify.annotations.NullMarked;
