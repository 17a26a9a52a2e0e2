/** A whole edition as one file: export, and import by two people. */
@NullMarked
package cn.publiccredit.catalog.edition;

import org.jspecify.annotations.NullMarked;
