/** Files of all formats: told apart while they arrive, opened as rows when they are worked off. */
@NullMarked
package cn.publiccredit.subject.collection.reading;

import org.jspecify.annotations.NullMarked;
