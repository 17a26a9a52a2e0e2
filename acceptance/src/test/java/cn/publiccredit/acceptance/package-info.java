/** The suite as its users meet it: started for real, asked through the gateway, hurt and restarted. */
@NullMarked
package cn.publiccredit.acceptance;

import org.jspecify.annotations.NullMarked;
