/** The project's applications as they are run here: built, unpacked, trained for a quick start. */
@NullMarked
package cn.publiccredit.local.app;

import org.jspecify.annotations.NullMarked;
