@NullMarked
package cn.publiccredit.subject.collection.judgement;

import org.jspecify.annotations.NullMarked;
