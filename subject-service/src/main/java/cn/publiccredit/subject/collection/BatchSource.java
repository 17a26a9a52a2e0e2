package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.rulebook.SourceNames;
import cn.publiccredit.support.identity.Division;

/**
 * The organisation that supplied a file: the employer of the account that uploaded it.
 *
 * @param name as the file's rows call it; until such a row was read as the catalogue does, or that it is not registered
 * @param division six digits
 */
record BatchSource(String uscc, String name, String division) {

    /** The same as the catalogue calls it, if it does. */
    BatchSource named(SourceNames names) {
        return new BatchSource(uscc, names.or(uscc, name), division);
    }

    Division place() {
        return new Division(division);
    }
}
