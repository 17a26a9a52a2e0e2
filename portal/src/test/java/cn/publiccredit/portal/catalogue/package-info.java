@NullMarked
package cn.publiccredit.portal.catalogue;

import org.jspecify.annotations.NullMarked;
