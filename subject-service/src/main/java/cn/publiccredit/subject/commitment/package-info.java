/** Credit commitments in a closed loop: made from a template, public, checked by a day, broken, repaired. */
@NullMarked
package cn.publiccredit.subject.commitment;

import org.jspecify.annotations.NullMarked;
