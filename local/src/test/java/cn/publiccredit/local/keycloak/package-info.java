@NullMarked
package cn.publiccredit.local.keycloak;

import org.jspecify.annotations.NullMarked;
