/** Issuing a report: gather, compose, number, store. */
@NullMarked
package cn.publiccredit.report.issuing;

import org.jspecify.annotations.NullMarked;
