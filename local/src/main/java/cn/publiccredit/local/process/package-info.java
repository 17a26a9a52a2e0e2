/** Child processes that outlive the launcher: started in a session of their own, found again by more than their number. */
@NullMarked
package cn.publiccredit.local.process;

import org.jspecify.annotations.NullMarked;
