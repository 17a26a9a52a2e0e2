/** Credit subjects and their records, as subject-service knows them. */
@NullMarked
package cn.publiccredit.listing.subject;

import org.jspecify.annotations.NullMarked;
