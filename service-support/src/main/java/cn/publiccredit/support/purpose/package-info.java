/** Why non-public data is read: the purpose headers. */
@NullMarked
package cn.publiccredit.support.purpose;

import org.jspecify.annotations.NullMarked;
