/** Files told apart. */
@org.jspecify.annotations.NullMarked
package cn.publiccredit.subject.collection.reading;
