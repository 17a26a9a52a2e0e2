/** XLSX workbooks: parts read one after the other as they stand in the file, rows of one sheet within bounds. */
@NullMarked
package cn.publiccredit.subject.collection.file.xlsx;

import org.jspecify.annotations.NullMarked;
