@NullMarked
package cn.publiccredit.subject.filing;

import org.jspecify.annotations.NullMarked;
