/** A subject's permission for somebody to read what is not public. */
@NullMarked
package cn.publiccredit.subject.consent;

import org.jspecify.annotations.NullMarked;
