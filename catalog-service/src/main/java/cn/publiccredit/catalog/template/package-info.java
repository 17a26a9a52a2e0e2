/** Templates and models: commitments, reports, evaluation. */
@NullMarked
package cn.publiccredit.catalog.template;

import org.jspecify.annotations.NullMarked;
