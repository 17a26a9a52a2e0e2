@NullMarked
package cn.publiccredit.subject.subjects.merge;

import org.jspecify.annotations.NullMarked;
