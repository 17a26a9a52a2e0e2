/** Keycloak for a local run: its distribution, the realm of this project, its process. */
@NullMarked
package cn.publiccredit.local.keycloak;

import org.jspecify.annotations.NullMarked;
