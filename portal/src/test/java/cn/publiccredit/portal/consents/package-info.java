@NullMarked
package cn.publiccredit.portal.consents;

import org.jspecify.annotations.NullMarked;
