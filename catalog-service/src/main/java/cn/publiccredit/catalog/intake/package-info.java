/** What the catalogue takes in, and how much of it. */
@NullMarked
package cn.publiccredit.catalog.intake;

import org.jspecify.annotations.NullMarked;
