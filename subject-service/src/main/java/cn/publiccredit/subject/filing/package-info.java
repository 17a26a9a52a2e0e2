/** Records that the platform makes itself, of commitments and of the performance of contracts, by the catalogue's items. */
@NullMarked
package cn.publiccredit.subject.filing;

import org.jspecify.annotations.NullMarked;
