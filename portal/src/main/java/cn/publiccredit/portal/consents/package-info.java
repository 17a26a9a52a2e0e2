/** Consents: what organisations may read because its subject said so, on paper or online. */
@NullMarked
package cn.publiccredit.portal.consents;

import org.jspecify.annotations.NullMarked;
