package cn.publiccredit.support.problem;

import java.util.Locale;

/** One broken rule of a request: the field, the rule's name, and what to do, in both languages. */
public record Violation(String field, String rule, String zh, String en) {

    String message(Locale locale) {
        return Languages.isEnglish(locale) ? en : zh;
    }
}
