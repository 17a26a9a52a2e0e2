@NullMarked
package cn.publiccredit.local.preflight;

import org.jspecify.annotations.NullMarked;
