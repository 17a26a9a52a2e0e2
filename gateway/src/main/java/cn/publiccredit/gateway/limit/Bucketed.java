package cn.publiccredit.gateway.limit;

import cn.publiccredit.gateway.limit.LimitSettings.Budget;

/**
 * Who is counted, and against which budget.
 *
 * @param key what tells this caller from all others
 * @param policy name of the budget, as told in {@code RateLimit-Policy}
 */
record Bucketed(String key, String policy, Budget budget) {}
