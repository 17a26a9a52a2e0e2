/** The listing service: red, black and attention lists, how subjects come onto them and leave, and screening against them. */
@NullMarked
package cn.publiccredit.listing;

import org.jspecify.annotations.NullMarked;
