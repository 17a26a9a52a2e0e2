package cn.publiccredit.subject.collection;

import java.util.Locale;

/** A sentence for people, in both languages. */
record Said(String zh, String en) {

    String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
