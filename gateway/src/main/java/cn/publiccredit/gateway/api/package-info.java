/** What every answer under /api carries, whoever gave it. */
@NullMarked
package cn.publiccredit.gateway.api;

import org.jspecify.annotations.NullMarked;
