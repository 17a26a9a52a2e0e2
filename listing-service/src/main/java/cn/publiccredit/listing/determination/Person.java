package cn.publiccredit.listing.determination;

import cn.publiccredit.support.security.Caller;

/** Who did something with a case: the account, and the name that people read. */
record Person(String id, String name) {

    static Person of(Caller caller) {
        return new Person(caller.id(), caller.name());
    }
}
