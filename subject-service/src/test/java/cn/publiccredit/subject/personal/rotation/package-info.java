@NullMarked
package cn.publiccredit.subject.personal.rotation;

import org.jspecify.annotations.NullMarked;
