/** The token check against Keycloak. */
@NullMarked
package cn.publiccredit.gateway.identity;

import org.jspecify.annotations.NullMarked;
