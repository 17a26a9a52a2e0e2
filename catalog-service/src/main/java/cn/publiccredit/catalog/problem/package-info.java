/** What the catalogue answers when it has nothing to give. */
@NullMarked
package cn.publiccredit.catalog.problem;

import org.jspecify.annotations.NullMarked;
