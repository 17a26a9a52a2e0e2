@NullMarked
package cn.publiccredit.subject.export;

import org.jspecify.annotations.NullMarked;
