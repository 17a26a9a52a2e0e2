/** Who may read what is not public, and what trace that leaves. */
@NullMarked
package cn.publiccredit.subject.access;

import org.jspecify.annotations.NullMarked;
