/** What the law forbids to collect, or allows only with consent, wherever the catalogue could bring it in. */
@NullMarked
package cn.publiccredit.catalog.protection;

import org.jspecify.annotations.NullMarked;
