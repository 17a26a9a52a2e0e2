@NullMarked
package cn.publiccredit.subject.rulebook;

import org.jspecify.annotations.NullMarked;
