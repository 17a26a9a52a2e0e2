/** Token-bucket limits per client, told to the client in the RateLimit headers. */
@NullMarked
package cn.publiccredit.gateway.limit;

import org.jspecify.annotations.NullMarked;
