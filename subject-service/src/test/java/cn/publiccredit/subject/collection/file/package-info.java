@NullMarked
package cn.publiccredit.subject.collection.file;

import org.jspecify.annotations.NullMarked;
