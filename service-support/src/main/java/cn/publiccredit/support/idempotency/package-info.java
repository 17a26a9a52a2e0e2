/** Idempotency-Key: the same key and body give the same answer for a day. */
@NullMarked
package cn.publiccredit.support.idempotency;

import org.jspecify.annotations.NullMarked;
