@NullMarked
package cn.publiccredit.support.catalogue;

import org.jspecify.annotations.NullMarked;
