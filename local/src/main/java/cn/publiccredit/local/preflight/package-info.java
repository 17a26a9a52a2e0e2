/** What must hold before anything is started, each finding with its remedy. */
@NullMarked
package cn.publiccredit.local.preflight;

import org.jspecify.annotations.NullMarked;
