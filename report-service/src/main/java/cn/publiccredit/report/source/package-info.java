/** What the other services know about a subject, asked for live; nothing here is made up when one of them is silent. */
@NullMarked
package cn.publiccredit.report.source;

import org.jspecify.annotations.NullMarked;
