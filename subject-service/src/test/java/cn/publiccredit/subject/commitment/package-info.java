@NullMarked
package cn.publiccredit.subject.commitment;

import org.jspecify.annotations.NullMarked;
