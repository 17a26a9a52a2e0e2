package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.Column;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts as plain decimals in the column's unit; no exponents, and thousands separators only where they belong. */
record DecimalValue(Column column) implements ValueReader {

    private static final int MOST_DIGITS = 18;

    @Override
    public @Nullable String read(String cell, Complaints complaints) {
        String text = cell.indexOf(',') > 0 ? withoutGroups(cell) : cell;
        if (!isPlain(text)) {
            complaints.broken(column, Rule.DECIMAL_FORMAT, "不是数值：" + Texts.quoted(cell) + "，请只填数字"
                    + (column.unit() == null ? "" : "（单位：" + column.unit() + "）") + "，如 0.2",
                    "is no number: " + Texts.quotedInEnglish(cell) + "; write digits only" + inUnit() + ", such as 0.2");
            return null;
        }
        BigDecimal amount = new BigDecimal(text).stripTrailingZeros();
        Integer scale = column.scale();
        if (scale != null && amount.scale() > scale) {
            complaints.broken(column, Rule.DECIMAL_SCALE, "小数位数超过 " + scale + " 位，请核对金额和单位"
                    + (column.unit() == null ? "" : "（" + column.unit() + "）") + "后更正",
                    "may have " + scale + " decimal places at most; check the amount and whether it is" + inUnit());
            return null;
        }
        if (column.min() != null && amount.compareTo(column.min()) < 0) {
            complaints.broken(column, Rule.DECIMAL_MINIMUM, "不得小于 " + column.min().toPlainString() + "，请核对文书后更正",
                    "may not be smaller than " + column.min().toPlainString() + "; see the document");
            return null;
        }
        return amount.toPlainString();
    }

    private String inUnit() {
        return column.unit() == null ? " in the column's unit" : " in " + column.unit();
    }

    private static boolean isPlain(String text) {
        int from = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && digits <= MOST_DIGITS && !text.endsWith(".");
    }

    private static String withoutGroups(String cell) {
        int end = cell.indexOf('.') < 0 ? cell.length() : cell.indexOf('.');
        for (int i = end - 4; i > 0; i -= 4) {
            if (cell.charAt(i) != ',') {
                return cell;
            }
        }
        String joined = cell.replace(",", "");
        int whole = joined.indexOf('.') < 0 ? joined.length() : joined.indexOf('.');
        return cell.length() - joined.length() == (whole - 1) / 3 ? joined : cell;
    }
}
