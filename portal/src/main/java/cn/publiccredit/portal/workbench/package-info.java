/** What departments do here: send files, watch them, take back what was rejected. */
@NullMarked
package cn.publiccredit.portal.workbench;

import org.jspecify.annotations.NullMarked;
