/** Who is really calling, from where and by which address, seen through the proxies that we trust. */
@NullMarked
package cn.publiccredit.gateway.origin;

import org.jspecify.annotations.NullMarked;
