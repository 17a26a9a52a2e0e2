/** Files as bytes and as CSV: kept in pieces, looked at while they arrive, read row by row within bounds. */
@NullMarked
package cn.publiccredit.subject.collection.file;

import org.jspecify.annotations.NullMarked;
