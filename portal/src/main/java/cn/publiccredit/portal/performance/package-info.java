/** What public bodies owe: government contracts, policy promises and arrears, and how well each body keeps its word. */
@NullMarked
package cn.publiccredit.portal.performance;

import org.jspecify.annotations.NullMarked;
