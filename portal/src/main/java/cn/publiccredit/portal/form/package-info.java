/** Forms that go to the API: sent once however often they are pressed, shown again with what is wrong at each field. */
@NullMarked
package cn.publiccredit.portal.form;

import org.jspecify.annotations.NullMarked;
