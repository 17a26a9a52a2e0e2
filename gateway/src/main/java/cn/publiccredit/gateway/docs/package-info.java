/** One page with the API documents of all services. */
@NullMarked
package cn.publiccredit.gateway.docs;

import org.jspecify.annotations.NullMarked;
