/** The list entries that end with a repair, as listing-service holds them. */
@NullMarked
package cn.publiccredit.repair.entry;

import org.jspecify.annotations.NullMarked;
