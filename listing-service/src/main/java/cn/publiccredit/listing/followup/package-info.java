/** Broken commitments whose templates name a list: each becomes one proposed case, of which subject-service is told. */
@NullMarked
package cn.publiccredit.listing.followup;

import org.jspecify.annotations.NullMarked;
