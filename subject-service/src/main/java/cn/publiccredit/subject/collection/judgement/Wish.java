package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.personal.PersonalNumbers;
import cn.publiccredit.subject.record.Operation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row asks to be done with its record, in the columns 操作类型 and 操作原因 that every file may have. */
record Wish(Operation operation, @Nullable String reason) {

    static final String OPERATION = "操作类型";
    static final String REASON = "操作原因";

    static final Wish NONE = new Wish(Operation.PUT, null);

    private static final int LONGEST_REASON = 500;

    /** @return null when it cannot be told what is wished; every broken rule is among the complaints */
    static @Nullable Wish read(String operation, String reason, Complaints complaints) {
        Operation wanted = operation(Texts.trimmed(operation));
        String why = Texts.trimmed(reason);
        if (wanted == null) {
            complaints.broken(OPERATION, OPERATION, Rule.OPERATION,
                    OPERATION + "的值" + Texts.quoted(operation) + "不在允许范围内，应为：新增、变更、撤销，或留空",
                    "has the value " + Texts.quotedInEnglish(operation)
                            + "; allowed are 新增 (add), 变更 (change), 撤销 (withdraw), or nothing");
            return null;
        }
        if (wanted == Operation.WITHDRAW && why.isEmpty()) {
            complaints.broken(REASON, REASON, Rule.OPERATION_REASON, REASON + "不能为空：撤销记录须说明理由，请补填",
                    "must not be blank: say why the record is withdrawn");
        } else if (Texts.length(why) > LONGEST_REASON || Texts.hasControlCharacter(why)) {
            complaints.broken(REASON, REASON, Rule.OPERATION_REASON,
                    REASON + "最多 " + LONGEST_REASON + " 个字，且不得含有控制字符，请精简",
                    "may have " + LONGEST_REASON + " characters at most and no control characters; shorten it");
        } else if (PersonalNumbers.LIKELY.isIn(why)) {
            complaints.remark(REASON, REASON, Remark.PERSONAL_NUMBER);
        }
        return new Wish(wanted, why.isEmpty() ? null : why);
    }

    /** Refuses what is no text: taken as blank, a withdrawal would be a new record. */
    static void refuse(CellFlaw flaw, String title, Complaints complaints) {
        Rule rule = switch (flaw) {
            case FORMULA -> Rule.FORMULA;
            case LOST_DIGITS -> Rule.LOST_DIGITS;
            case NO_DAY -> Rule.DATE_IMPOSSIBLE;
            case ERROR -> Rule.CELL_ERROR;
            case NESTED -> Rule.NESTED;
        };
        complaints.broken(title, title, rule, title + "应为文字，不能是公式、日期、错误值、对象或数组，请改为单个文字值");
    }

    private static @Nullable Operation operation(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> Operation.PUT;
            case "新增", "add" -> Operation.ADD;
            case "变更", "更正", "修改", "change" -> Operation.CHANGE;
            case "撤销", "withdraw" -> Operation.WITHDRAW;
            default -> null;
        };
    }
}
