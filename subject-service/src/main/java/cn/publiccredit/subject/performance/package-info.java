/** How government bodies keep their contracts, their policy promises and their payments. */
@NullMarked
package cn.publiccredit.subject.performance;

import org.jspecify.annotations.NullMarked;
