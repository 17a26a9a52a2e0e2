/** A catalogue item's rules, made ready once a batch, and what they say about each row. */
@NullMarked
package cn.publiccredit.subject.collection.judgement;

import org.jspecify.annotations.NullMarked;
