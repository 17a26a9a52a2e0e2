/** Real parts for tests of every module. */
@NullMarked
package cn.publiccredit.testing;

import org.jspecify.annotations.NullMarked;
