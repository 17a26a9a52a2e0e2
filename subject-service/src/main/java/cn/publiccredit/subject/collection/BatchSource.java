package cn.publiccredit.subject.collection;

import cn.publiccredit.support.identity.Division;

/**
 * The organisation that supplied a file: the employer of the account that uploaded it.
 *
 * @param name as the file's rows call it; the account's name until such a row was read
 * @param division six digits
 */
record BatchSource(String uscc, String name, String division) {

    Division place() {
        return new Division(division);
    }
}
