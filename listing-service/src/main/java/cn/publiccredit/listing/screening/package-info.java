/** Whether subjects are on a list before somebody decides on a matter, with a receipt of what was answered. */
@NullMarked
package cn.publiccredit.listing.screening;

import org.jspecify.annotations.NullMarked;
