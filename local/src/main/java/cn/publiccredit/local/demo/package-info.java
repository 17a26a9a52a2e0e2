/** The main story, played through the gateway with real tokens. */
@NullMarked
package cn.publiccredit.local.demo;

import org.jspecify.annotations.NullMarked;
