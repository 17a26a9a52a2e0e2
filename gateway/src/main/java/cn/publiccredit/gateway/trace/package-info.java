/** The numbers by which one call can be followed through all logs. */
@NullMarked
package cn.publiccredit.gateway.trace;

import org.jspecify.annotations.NullMarked;
