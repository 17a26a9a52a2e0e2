/** Following the catalogue's feed of changes, so that copies of rule books are renewed within seconds of a publication. */
@NullMarked
package cn.publiccredit.support.catalogue;

import org.jspecify.annotations.NullMarked;
