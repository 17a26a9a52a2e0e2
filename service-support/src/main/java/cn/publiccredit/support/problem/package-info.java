/** RFC 9457 problem details: closed code enums, one translator from failure to answer. */
@NullMarked
package cn.publiccredit.support.problem;

import org.jspecify.annotations.NullMarked;
