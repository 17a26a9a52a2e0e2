package cn.publiccredit.subject.subjects;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Registered capital as the register writes it: {@code 100(万元)}, {@code 1160万元人民币}, {@code 32万人民币元},
 * {@code 1,310(万欧元)}, {@code N/A}. What cannot be read for certain is not guessed: the raw text stays.
 */
final class Capital {

    private static final String CNY = "CNY";

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<before>人民币|RMB|¥)?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\(?(?<unit>亿|万|)(?<currency>[\\p{IsHan}A-Z$¥]*)\\)?");

    private static final Map<String, BigDecimal> UNITS = Map.of(
            "", BigDecimal.ONE, "万", new BigDecimal(10_000), "亿", new BigDecimal(100_000_000));

    private static final Map<String, String> CURRENCIES = currencies();

    private Capital() {}

    private static Map<String, String> currencies() {
        Map<String, String> all = new LinkedHashMap<>();
        names(all, CNY, "元", "圆", "人民币", "元人民币", "人民币元", "元整", "人民币元整", "CNY", "RMB", "¥");
        names(all, "USD", "美元", "美金", "元美元", "USD", "$");
        names(all, "HKD", "港元", "港币", "香港元", "HKD");
        names(all, "EUR", "欧元", "EUR");
        names(all, "JPY", "日元", "JPY");
        names(all, "GBP", "英镑", "GBP");
        names(all, "SGD", "新加坡元", "新元", "SGD");
        names(all, "AUD", "澳元", "澳大利亚元", "AUD");
        names(all, "CAD", "加元", "加拿大元", "CAD");
        names(all, "CHF", "瑞士法郎", "CHF");
        names(all, "KRW", "韩元", "韩国元", "KRW");
        names(all, "TWD", "新台币", "新台币元", "台币", "TWD");
        names(all, "MOP", "澳门元", "澳门币", "MOP");
        return all;
    }

    private static void names(Map<String, String> all, String code, String... names) {
        for (String name : names) {
            all.put(name, code);
        }
    }

    /** The amount in whole units of its currency; empty when the text names none, or none that can be told for certain. */
    static Optional<Money> parse(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Matcher written = WRITTEN.matcher(plain);
        if (!written.matches()) {
            return Optional.empty();
        }
        String unit = written.group("unit");
        String name = written.group("currency");
        boolean yuan = written.group("before") != null;
        if (unit.isEmpty() && name.isEmpty() && !yuan) {
            // A bare number may be yuan or 万元: ten thousand times too much or too little.
            return Optional.empty();
        }
        String currency = name.isEmpty() ? CNY : CURRENCIES.get(name);
        BigDecimal factor = UNITS.get(unit);
        if (currency == null || factor == null || (yuan && !currency.equals(CNY))) {
            return Optional.empty();
        }
        return Optional.of(new Money(new BigDecimal(written.group("number").replace(",", "")).multiply(factor), currency));
    }
}
