/** Tests. */
@NullMarked
package cn.publiccredit.local.demo;

import org.jspecify.annotations.NullMarked;
