/** Measurements of a running suite, each started by hand; none is part of the test run. */
@NullMarked
package cn.publiccredit.acceptance.benchmark;

import org.jspecify.annotations.NullMarked;
