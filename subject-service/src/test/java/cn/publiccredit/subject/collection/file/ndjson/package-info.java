/** NDJSON, well-formed and hostile. */
@NullMarked
package cn.publiccredit.subject.collection.file.ndjson;

import org.jspecify.annotations.NullMarked;
