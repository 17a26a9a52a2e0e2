package cn.publiccredit.support.problem;

import java.util.Locale;

/** A few words in both languages, as an argument of a message: the reader gets those of the message's own language. */
public record Words(String zh, String en) {

    /** Names a request parameter. */
    public static Words parameter(String name) {
        return new Words("参数 " + name, "parameter " + name);
    }

    /** Names a request header. */
    public static Words header(String name) {
        return new Words("请求头 " + name, "header " + name);
    }

    String in(Locale locale) {
        return Languages.isEnglish(locale) ? en : zh;
    }
}
