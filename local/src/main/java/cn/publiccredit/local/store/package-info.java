/** The document store of a local run: the one that is given, a mongod of this machine, or the embedded one. */
@NullMarked
package cn.publiccredit.local.store;

import org.jspecify.annotations.NullMarked;
