/** Tests. */
@NullMarked
package cn.publiccredit.catalog.rulebook;

import org.jspecify.annotations.NullMarked;
