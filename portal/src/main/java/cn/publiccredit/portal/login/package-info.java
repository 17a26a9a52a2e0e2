/** Who is signed in, through Keycloak, and what the browser may do. */
@NullMarked
package cn.publiccredit.portal.login;

import org.jspecify.annotations.NullMarked;
