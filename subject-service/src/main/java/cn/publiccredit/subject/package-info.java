/** Credit subjects and their records: the only keeper of both. */
@NullMarked
package cn.publiccredit.subject;

import org.jspecify.annotations.NullMarked;
