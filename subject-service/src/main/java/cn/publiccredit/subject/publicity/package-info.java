/** What anyone may see, and for how long. */
@NullMarked
package cn.publiccredit.subject.publicity;

import org.jspecify.annotations.NullMarked;
