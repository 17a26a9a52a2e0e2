/** Credit reports: issued once, kept, verifiable by anyone. */
@NullMarked
package cn.publiccredit.report;

import org.jspecify.annotations.NullMarked;
