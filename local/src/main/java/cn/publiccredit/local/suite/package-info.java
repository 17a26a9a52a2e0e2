/** The suite as one thing: what it consists of, how it is started, watched and stopped. */
@NullMarked
package cn.publiccredit.local.suite;

import org.jspecify.annotations.NullMarked;
