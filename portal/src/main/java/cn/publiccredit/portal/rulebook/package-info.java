/** Names from the catalogue: columns, divisions, lists; the last good copy is kept. */
@NullMarked
package cn.publiccredit.portal.rulebook;

import org.jspecify.annotations.NullMarked;
