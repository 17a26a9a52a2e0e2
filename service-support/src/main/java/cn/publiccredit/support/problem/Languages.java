package cn.publiccredit.support.problem;

import java.util.Locale;

final class Languages {

    private Languages() {}

    static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
