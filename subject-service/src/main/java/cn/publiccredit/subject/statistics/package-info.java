/** How well sources supply: counts, timeliness, compliance, coverage, code quality, and the monthly circular. */
@NullMarked
package cn.publiccredit.subject.statistics;

import org.jspecify.annotations.NullMarked;
