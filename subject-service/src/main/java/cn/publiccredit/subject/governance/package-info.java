/** Identity codes that are wrong or doubtful: found during collection, worked off at a desk, counted per source. */
@NullMarked
package cn.publiccredit.subject.governance;

import org.jspecify.annotations.NullMarked;
