/** Re-encryption of personal data after the field key was changed. */
@NullMarked
package cn.publiccredit.subject.personal.rotation;

import org.jspecify.annotations.NullMarked;
