/** Who calls: tokens to typed callers, roles on endpoints, enforced at start-up. */
@NullMarked
package cn.publiccredit.support.security;

import org.jspecify.annotations.NullMarked;
