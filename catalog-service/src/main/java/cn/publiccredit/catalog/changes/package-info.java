/** The feed of changes: numbered without gaps, never lost, never out of order. */
@NullMarked
package cn.publiccredit.catalog.changes;

import org.jspecify.annotations.NullMarked;
