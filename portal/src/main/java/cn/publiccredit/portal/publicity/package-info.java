/** Published licences and penalties (双公示). */
@NullMarked
package cn.publiccredit.portal.publicity;

import org.jspecify.annotations.NullMarked;
