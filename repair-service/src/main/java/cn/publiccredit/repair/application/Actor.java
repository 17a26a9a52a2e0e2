package cn.publiccredit.repair.application;

import cn.publiccredit.support.security.Caller;
import org.jspecify.annotations.Nullable;

/** Who did something in a case; the id is the account's, which names may change under. */
record Actor(String id, String name, @Nullable String org) {

    static final Actor PLATFORM = new Actor("platform", "信用修复平台", null);

    static Actor of(Caller caller) {
        return new Actor(caller.id(), caller.name(), caller.org());
    }
}
