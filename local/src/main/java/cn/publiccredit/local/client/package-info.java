/** A running suite from outside: accounts, tokens and calls through the gateway. */
@NullMarked
package cn.publiccredit.local.client;

import org.jspecify.annotations.NullMarked;
