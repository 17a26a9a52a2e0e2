package cn.publiccredit.subject.collection.judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Titles that an item has no column for. A file without a header has somebody's data here: messages are kept in clear and passed on, so
 * that none of such a row may be quoted, neither the number that gives it away nor the name beside it.
 */
final class Strangers {

    private static final int MANY_DIGITS = 8;

    /** What data never are: the code of a column, or a short phrase that ends as titles do. */
    private static final Pattern TITLE = Pattern.compile("[A-Z]{2,}(_[A-Z0-9]+)+|[^\\p{Nd}]{0,14}(?:名称|姓名|代码|编码|号码|编号|文号|日期|时间|期限|有效期"
            + "|类型|类别|种类|金额|机关|单位|部门|内容|事由|依据|状态|备注|电话|地址|住所|代表人|负责人)");

    private record Stranger(String title, int number) {}

    private final List<Stranger> strangers = new ArrayList<>();

    /** @param number of the cell, from 1 */
    void add(String title, int number) {
        strangers.add(new Stranger(title, number));
    }

    /** Whether the row seems to be data. @param others whether it has any title that the item knows */
    boolean areLikeData(boolean others) {
        return strangers.stream().anyMatch(stranger -> hasManyDigits(stranger.title())) || (!others && !strangers.isEmpty());
    }

    /** How each of them is named in a message. */
    List<String> described(boolean others) {
        boolean digits = strangers.stream().anyMatch(stranger -> hasManyDigits(stranger.title()));
        return strangers.stream().map(stranger -> {
            if (stranger.title().isEmpty()) {
                return "（第 " + stranger.number() + " 列无标题）";
            }
            boolean quotable = !digits && (others || TITLE.matcher(stranger.title()).matches());
            return quotable ? Texts.quoted(stranger.title()) : "（第 " + stranger.number() + " 列）";
        }).toList();
    }

    private static boolean hasManyDigits(String title) {
        return title.codePoints().filter(Character::isDigit).count() >= MANY_DIGITS;
    }
}
