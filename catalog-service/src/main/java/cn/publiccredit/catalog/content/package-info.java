/** Published content of any kind: shipped files, their checks, and the store of versions that never change. */
@NullMarked
package cn.publiccredit.catalog.content;

import org.jspecify.annotations.NullMarked;
