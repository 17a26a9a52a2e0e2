@NullMarked
package cn.publiccredit.subject.governance;

import org.jspecify.annotations.NullMarked;
