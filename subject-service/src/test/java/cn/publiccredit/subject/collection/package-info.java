@NullMarked
package cn.publiccredit.subject.collection;

import org.jspecify.annotations.NullMarked;
