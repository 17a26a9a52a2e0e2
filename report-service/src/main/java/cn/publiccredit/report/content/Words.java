package cn.publiccredit.report.content;

import cn.publiccredit.report.source.Dates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Codes and values in the words that a report prints. */
final class Words {

    /** What the data standards write for a date that never comes. */
    private static final LocalDate OPEN_END = LocalDate.of(2099, 12, 31);

    private Words() {}

    static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case Collection<?> many -> many.stream().map(Words::value).collect(Collectors.joining("；"));
            default -> value.toString().strip();
        };
    }

    /** A day as it stands in documents, open ends as 长期; text that is no date stays as it is. */
    static String day(@Nullable String text) {
        return Dates.day(text).map(day -> day.equals(OPEN_END) ? "长期" : day.toString()).orElse(text == null ? "" : text);
    }

    static String inFull(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String subjectKind(String kind) {
        return switch (kind) {
            case "ORGANISATION" -> "法人和非法人组织";
            case "INDIVIDUAL_BUSINESS" -> "个体工商户";
            case "GOVERNMENT_BODY" -> "机关单位";
            default -> kind;
        };
    }

    static String severity(@Nullable String severity) {
        return switch (severity) {
            case "MINOR" -> "轻微";
            case "GENERAL" -> "一般";
            case "SERIOUS" -> "严重";
            case null, default -> "";
        };
    }
}
