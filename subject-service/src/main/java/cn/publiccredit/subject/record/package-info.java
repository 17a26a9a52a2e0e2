/** Credit records of subjects, version by version. */
@NullMarked
package cn.publiccredit.subject.record;

import org.jspecify.annotations.NullMarked;
