@NullMarked
package cn.publiccredit.portal.commitments;

import org.jspecify.annotations.NullMarked;
