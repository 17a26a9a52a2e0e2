/** All subjects with their records as a stream, for the services above that evaluate everybody. */
@NullMarked
package cn.publiccredit.subject.export;

import org.jspecify.annotations.NullMarked;
