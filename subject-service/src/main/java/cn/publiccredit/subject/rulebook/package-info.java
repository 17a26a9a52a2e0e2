/** The catalogue's items as last known good, for when the catalogue cannot be asked. */
@NullMarked
package cn.publiccredit.subject.rulebook;

import org.jspecify.annotations.NullMarked;
