package cn.publiccredit.catalog.content;

import cn.publiccredit.support.security.Caller;

/**
 * A person who edits or approves.
 *
 * @param id the account's stable id, by which two people are told apart
 * @param name the account's name, for people to read
 */
public record Actor(String id, String name) {

    /** What comes with the program is answered for by its release. */
    public static final Actor RELEASE = new Actor("release", "随程序发布");

    public static Actor of(Caller caller) {
        return new Actor(caller.id(), caller.name());
    }
}
