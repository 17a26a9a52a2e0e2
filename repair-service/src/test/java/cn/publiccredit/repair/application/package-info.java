@NullMarked
package cn.publiccredit.repair.application;

import org.jspecify.annotations.NullMarked;
