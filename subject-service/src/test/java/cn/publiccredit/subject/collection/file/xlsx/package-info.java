/** Workbooks, well-formed and hostile. */
@NullMarked
package cn.publiccredit.subject.collection.file.xlsx;

import org.jspecify.annotations.NullMarked;
