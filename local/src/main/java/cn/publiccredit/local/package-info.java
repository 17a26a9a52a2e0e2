/** The one-command local run, behind {@code ./credit}. */
@NullMarked
package cn.publiccredit.local;

import org.jspecify.annotations.NullMarked;
