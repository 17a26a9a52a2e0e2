/** Calls to the platform's API, through the gateway like any client's. */
@NullMarked
package cn.publiccredit.portal.api;

import org.jspecify.annotations.NullMarked;
