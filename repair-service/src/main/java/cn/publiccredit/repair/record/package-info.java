/** The credit records that repair is about, as subject-service holds them. */
@NullMarked
package cn.publiccredit.repair.record;

import org.jspecify.annotations.NullMarked;
