/** What all pages share: frame, language, failures. */
@NullMarked
package cn.publiccredit.portal.site;

import org.jspecify.annotations.NullMarked;
