/** The audit trail: hash-chained per writer, group-committed, written before the answer leaves. */
@NullMarked
package cn.publiccredit.support.audit;

import org.jspecify.annotations.NullMarked;
