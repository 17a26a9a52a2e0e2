/** Files of rows from departments: received, judged row by row, handed to the records, rejects given back. */
@NullMarked
package cn.publiccredit.subject.collection;

import org.jspecify.annotations.NullMarked;
