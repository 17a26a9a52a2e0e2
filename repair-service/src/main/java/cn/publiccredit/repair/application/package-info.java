/** A repair's way from draft to effect. */
@NullMarked
package cn.publiccredit.repair.application;

import org.jspecify.annotations.NullMarked;
