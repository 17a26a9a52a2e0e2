/** What was entered in error and is taken back: one person proposes it, another decides. */
@NullMarked
package cn.publiccredit.portal.annulment;

import org.jspecify.annotations.NullMarked;
