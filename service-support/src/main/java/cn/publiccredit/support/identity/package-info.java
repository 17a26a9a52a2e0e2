/** Identity codes of the national standards that every service meets: their check digits, nothing about who owns them. */
@NullMarked
package cn.publiccredit.support.identity;

import org.jspecify.annotations.NullMarked;
