/** What the gateway itself refuses or cannot do, as RFC 9457 problem details. */
@NullMarked
package cn.publiccredit.gateway.problem;

import org.jspecify.annotations.NullMarked;
