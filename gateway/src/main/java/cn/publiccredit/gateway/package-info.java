/** The only door: token check, routes, limits and breakers in front of every service and the portal. */
@NullMarked
package cn.publiccredit.gateway;

import org.jspecify.annotations.NullMarked;
