/** Clearly fictitious sample data: made from a seed, written as departments write it, uploaded as they upload it. */
@NullMarked
package cn.publiccredit.local.samples;

import org.jspecify.annotations.NullMarked;
