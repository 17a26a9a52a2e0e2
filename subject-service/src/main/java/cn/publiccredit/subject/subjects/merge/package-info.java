/** Two codes that prove to be one subject: merged by two people, undone by two people. */
@NullMarked
package cn.publiccredit.subject.subjects.merge;

import org.jspecify.annotations.NullMarked;
