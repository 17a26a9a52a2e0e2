/** NDJSON, well-formed and hostile. */
@org.jspecify.annotations.NullMarked
package cn.publiccredit.subject.collection.file.ndjson;
