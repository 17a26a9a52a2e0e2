/** Personal data: encrypted where it is kept, found by keyed hash, masked where it is shown. */
@NullMarked
package cn.publiccredit.subject.personal;

import org.jspecify.annotations.NullMarked;
