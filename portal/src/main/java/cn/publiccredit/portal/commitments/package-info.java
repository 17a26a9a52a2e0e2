/** Commitments: those that anybody may see, and the desk where bodies record and check them. */
@NullMarked
package cn.publiccredit.portal.commitments;

import org.jspecify.annotations.NullMarked;
