/** What a report says: the template's sections filled with the gathered facts, and the evidence for them. */
@NullMarked
package cn.publiccredit.report.content;

import org.jspecify.annotations.NullMarked;
