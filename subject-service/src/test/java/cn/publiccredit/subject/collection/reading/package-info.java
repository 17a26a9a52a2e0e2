/** Files told apart. */
@NullMarked
package cn.publiccredit.subject.collection.reading;

import org.jspecify.annotations.NullMarked;
