/** Manners of the API: prefix, paging, entity tags, language, API document. */
@NullMarked
package cn.publiccredit.support.web;

import org.jspecify.annotations.NullMarked;
