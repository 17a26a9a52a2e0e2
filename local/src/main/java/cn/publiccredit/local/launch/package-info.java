/** Starting, watching and stopping the whole suite on one machine. */
@NullMarked
package cn.publiccredit.local.launch;

import org.jspecify.annotations.NullMarked;
