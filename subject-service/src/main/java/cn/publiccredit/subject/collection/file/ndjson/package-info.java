/** NDJSON: one JSON object a line. */
@NullMarked
package cn.publiccredit.subject.collection.file.ndjson;

import org.jspecify.annotations.NullMarked;
