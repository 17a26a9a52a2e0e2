/** The suite as its clients and its launcher name it: parts, ports, addresses. */
@NullMarked
package cn.publiccredit.local.suite;

import org.jspecify.annotations.NullMarked;
