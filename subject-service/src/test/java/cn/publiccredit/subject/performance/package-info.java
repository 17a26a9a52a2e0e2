@NullMarked
package cn.publiccredit.subject.performance;

import org.jspecify.annotations.NullMarked;
