/** A report as PDF: page layout, embedded fonts, QR code. */
@NullMarked
package cn.publiccredit.report.rendering;

import org.jspecify.annotations.NullMarked;
