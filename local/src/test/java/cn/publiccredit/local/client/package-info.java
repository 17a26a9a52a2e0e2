/** Tests. */
@NullMarked
package cn.publiccredit.local.client;

import org.jspecify.annotations.NullMarked;
