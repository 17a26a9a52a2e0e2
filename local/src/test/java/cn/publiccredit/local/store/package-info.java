@NullMarked
package cn.publiccredit.local.store;

import org.jspecify.annotations.NullMarked;
