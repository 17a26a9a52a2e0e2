package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.Spreadsheets;
import cn.publiccredit.subject.personal.PersonalNumbers;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the cells of one column, each for itself. */
final class CellJudge {

    private static final Set<String> WRITTEN_IN_ASCII = Set.of("CODE", "USCC", "ID_NUMBER", "DATE", "DECIMAL");
    private static final Set<String> WITHOUT_BLANKS = Set.of("USCC", "ID_NUMBER", "CODE");
    private static final Set<String> FREE = Set.of("TEXT", "CODE", "MONEY_TEXT", "ENUM");

    private final Column column;
    private final PersonalNumbers numbers;
    private final Set<String> emptyWords;
    private final ValueReader reader;
    private final boolean ascii;
    private final boolean unbroken;
    private final boolean free;
    private final boolean givenOut;
    private final int maxLength;

    CellJudge(CatalogItem item, Column column, Set<String> emptyWords, ItemJudge.Circumstances circumstances) {
        this.column = column;
        this.numbers = PersonalNumbers.of(item, column);
        this.emptyWords = emptyWords;
        this.reader = readerFor(column, circumstances);
        this.ascii = WRITTEN_IN_ASCII.contains(column.type());
        this.unbroken = WITHOUT_BLANKS.contains(column.type());
        this.free = FREE.contains(column.type());
        this.givenOut = column.type().equals("CODE") && column.allowed().isEmpty();
        boolean measured = free || column.type().equals("ID_NUMBER");
        this.maxLength = measured && column.maxLength() != null ? column.maxLength() : Integer.MAX_VALUE;
    }

    private static ValueReader readerFor(Column column, ItemJudge.Circumstances circumstances) {
        return switch (column.type()) {
            case "USCC" -> new UsccValue(column, circumstances.withdrawnDivisions());
            case "DATE" -> new DateValue(column, circumstances.from1904());
            case "DECIMAL" -> new DecimalValue(column);
            case "ID_NUMBER" -> (cell, complaints) -> upperCase(column, cell, complaints);
            default -> column.allowed().isEmpty() ? new TextValue(column) : new ListedValue(column);
        };
    }

    // Whether it is a citizen's number depends on the kind of document in another column: judged with the row.
    private static String upperCase(Column column, String cell, Complaints complaints) {
        String normal = IdNumberValue.normal(cell);
        if (!normal.equals(cell)) {
            complaints.remark(column, Remark.LOWER_CASE);
        }
        return normal;
    }

    Column column() {
        return column;
    }

    /** A number or code that somebody gave out, in the one form in which two of them can be compared. */
    private String plain(String cell, Complaints complaints) {
        String plain = upperCase(column, cell, complaints);
        if (plain.length() > maxLength && OrganisationCode.isPrinted(plain)) {
            complaints.remark(column, Remark.HYPHEN);
            return OrganisationCode.withoutHyphen(plain);
        }
        return plain;
    }

    /** A cell that its file already shows to be wrong. */
    void judge(CellFlaw flaw, String raw, Complaints complaints) {
        switch (flaw) {
            case FORMULA -> complaints.broken(column, Rule.FORMULA,
                    "是电子表格公式" + Texts.quoted(raw) + "，请复制后选择“粘贴为数值”，只保留结果",
                    "is the formula " + Texts.quotedInEnglish(raw) + "; copy it and paste it as a value");
            case LOST_DIGITS -> complaints.broken(column, Rule.LOST_DIGITS,
                    "以数值格式填写，超过 15 位的末尾数字已丢失，请将单元格设为“文本”格式后重新填写");
            case NO_DAY -> complaints.broken(column, Rule.DATE_IMPOSSIBLE,
                    "的单元格设为日期格式，内容却是 0 或只有时刻，没有日期；请填写年月日，如 2026/11/22，没有的留空",
                    "is formatted as a date and holds 0 or a time alone; write the day, such as 2026/11/22, or leave it blank");
            case ERROR -> complaints.broken(column, Rule.CELL_ERROR,
                    "是电子表格的错误值" + Texts.quoted(raw) + "，请填写实际内容",
                    "holds the spreadsheet's error value " + Texts.quotedInEnglish(raw) + "; write the value itself");
            case NESTED -> complaints.broken(column, Rule.NESTED, "应为文字、数值或 null，不能是对象或数组，请改为单个值");
        }
    }

    /** The value in its normal form, empty for a blank cell; null when a rule is broken. */
    @Nullable String judge(String raw, Complaints complaints) {
        String cell = Texts.trimmed(Spreadsheets.meant(Texts.trimmed(raw)));
        if (cell.isEmpty()) {
            return "";
        }
        if (emptyWords.contains(cell)) {
            complaints.remark(column, Remark.EMPTY_WORD);
            return "";
        }
        if (Texts.hasControlCharacter(cell)) {
            complaints.broken(column, Rule.CONTROL_CHARACTER, "含有不可见的控制字符或乱码，请删除后重新填写");
            return null;
        }
        if (ascii && Texts.hasFullWidth(cell)) {
            cell = Texts.halfWidth(cell);
            complaints.remark(column, Remark.FULL_WIDTH);
        }
        if (unbroken && Texts.hasBlank(cell)) {
            cell = Texts.withoutBlanks(cell);
            complaints.remark(column, Remark.BLANKS);
        }
        if (givenOut) {
            cell = plain(cell, complaints);
        }
        if (free && Spreadsheets.isFormula(cell)) {
            complaints.broken(column, Rule.FORMULA, "的内容" + Texts.quoted(cell) + "像电子表格公式，请改为纯文字",
                    "looks like a formula: " + Texts.quotedInEnglish(cell) + "; write plain text");
            return null;
        }
        if (cell.length() > maxLength && Texts.length(cell) > maxLength) {
            complaints.broken(column, Rule.TOO_LONG, "最多 " + maxLength + " 个字，实为 " + Texts.length(cell) + " 个字，请精简",
                    "may have " + maxLength + " characters at most and has " + Texts.length(cell) + "; shorten it");
            return null;
        }
        if (numbers.isIn(cell)) {
            complaints.remark(column, Remark.PERSONAL_NUMBER);
        }
        return reader.read(cell, complaints);
    }
}
