/** Conventions for MongoDB: durable writes, health by ping. */
@NullMarked
package cn.publiccredit.support.store;

import org.jspecify.annotations.NullMarked;
