/** Two codes that may be one subject's: proposed by one operator, decided by another. */
@NullMarked
package cn.publiccredit.portal.merges;

import org.jspecify.annotations.NullMarked;
