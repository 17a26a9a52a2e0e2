/** What every service does the same way; no domain code. */
@NullMarked
package cn.publiccredit.support;

import org.jspecify.annotations.NullMarked;
