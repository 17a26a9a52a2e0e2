/** Where a request goes, and how it is passed on without being held in memory. */
@NullMarked
package cn.publiccredit.gateway.route;

import org.jspecify.annotations.NullMarked;
