/** Calls to other services: breaker, time limit, token, honest failures. */
@NullMarked
package cn.publiccredit.support.peer;

import org.jspecify.annotations.NullMarked;
