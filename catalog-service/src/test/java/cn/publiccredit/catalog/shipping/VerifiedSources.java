package cn.publiccredit.catalog.shipping;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was seen of laws, documents and standards when the content was written; all else is from memory and must say so. */
final class VerifiedSources {

    private static final Pattern MARK = Pattern.compile("\\[M]|\\[memory]|\\[待省级确定]");

    /** Parts end at a semicolon outside brackets; each has a mark of its own. */
    private static final Pattern PART = Pattern.compile("；(?![^（]*）)");

    /** Articles that were read, by law; where none are given, the document as such was seen. */
    private static final Map<String, String> READ = Map.ofEntries(
            Map.entry("行政处罚法", "九 四十八"), Map.entry("行政许可法", "七十八 七十九"), Map.entry("招标投标法", "五十三 五十四 六十"),
            Map.entry("个人信息保护法", "六 十三 二十四 二十五 二十七 二十八 二十九 三十三 四十四 四十五 四十六 四十七 五十四 五十五 五十六 五十七"),
            Map.entry("征信业管理条例", "十三 十四 十六 十七 十八 二十 二十二 二十五"), Map.entry("政府信息公开条例", "十五"),
            Map.entry("企业信息公示暂行条例", "十七"), Map.entry("保障农民工工资支付条例", "四十八"), Map.entry("社会保险经办条例", "四十五"),
            Map.entry("保障中小企业款项支付条例", "二十六"), Map.entry("安全生产法", "七十八"), Map.entry("食品安全法", "一百一十三"),
            Map.entry("食品安全法实施条例", "六十六"), Map.entry("兵役法", "五十七"), Map.entry("反电信网络诈骗法", "三十一"),
            Map.entry("旅游法", "一百零八"), Map.entry("矿产资源法", "六十"), Map.entry("科学技术进步法", "一百零四"),
            Map.entry("农产品质量安全法", "五十四"), Map.entry("法释〔2013〕17号", "一 四 七"),
            Map.entry("总局令第44号", "二"), Map.entry("总局令第45号", "二 九 十 十一 十三 十四"), Map.entry("总局令第107号", ""),
            Map.entry("国家发展改革委令第36号", ""), Map.entry("信用修复管理办法", ""), Map.entry("市场监督管理严重违法失信名单管理办法", ""),
            Map.entry("国办发〔2020〕49号", ""), Map.entry("国办发〔2021〕52号", ""), Map.entry("国办发〔2024〕15号", ""),
            Map.entry("国办发〔2025〕22号", ""), Map.entry("发改办财金〔2018〕424号", ""), Map.entry("发改财金规〔2024〕203号", ""),
            Map.entry("发改财金〔2025〕565号", ""), Map.entry("国市监信发〔2022〕6号", ""), Map.entry("苏政办规〔2025〕5号", ""),
            Map.entry("GB 32100-2015", ""), Map.entry("GB 11714", ""), Map.entry("GB 11643", ""), Map.entry("GB/T 2260", ""),
            Map.entry("GB/T 45255-2025", ""));

    private static final String ARTICLES = "((?:、?第[一二三四五六七八九十百零]+条(?:第[一二三四五六七八九十]+[款项])?)*)";

    private static final Pattern KNOWN = Pattern.compile("(" + READ.keySet().stream()
            .sorted((one, other) -> other.length() - one.length()).map(Pattern::quote).collect(Collectors.joining("|"))
            + ")(?:（\\d{4}(?:修正)?）)?" + ARTICLES);

    /** What looks like a law, an article of one, a document's number or a standard's. */
    private static final Pattern REFERENCE = Pattern.compile("第[一二三四五六七八九十百零]+条|第\\d+号|〔\\d{4}〕\\d+号|GB(/T)? ?\\d+"
            + "|\\p{IsHan}((?<![做写方依说违])法|条例|办法|(?<!统一|从其)规定)(?=$|[；，、：（）《》。\\[])");

    /** What real reports showed, by item (公共信用信息报告标准（2022年版）). */
    private static final Map<String, String> REPORT_FIELDS = Map.of(
            "RY", "XDR_MC ND HGBM SCZCRQ XYDJ JDRQ LX",
            "SX", "XDR_MC WSH RDRQ RDJG SF YJWH YJDW LARQ YW LXQK XWQX YLX WLX",
            "SXSS", "XDR_MC SBQ ZCDZ CWFZR ZJXX AJXZ ZYWFSS CLCF",
            "SXAQ", "XDR_MC ZYFZR DZ XWJK BSJG",
            "SXCG", "XDR_MC DZ QX_XQ CFJG CFJZ RDRQ",
            "YC", "XDR_MC LRYY SLRQ LRJG",
            "CN", "LX WSH SY JDRQ JG ZT",
            "PJ", "NR DJ JDRQ JG");

    private VerifiedSources() {}

    /** The first part of the text that names something which was not seen and does not say so; empty where there is none. */
    static String unmarked(String text) {
        return PART.splitAsStream(text)
                .filter(part -> !MARK.matcher(part).find() && REFERENCE.matcher(withoutKnown(part)).find())
                .findFirst().orElse("");
    }

    private static String withoutKnown(String part) {
        Matcher known = KNOWN.matcher(part);
        StringBuilder left = new StringBuilder();
        while (known.find()) {
            known.appendReplacement(left, wasRead(known.group(1), known.group(2)) ? "" : Matcher.quoteReplacement(known.group()));
        }
        return known.appendTail(left).toString();
    }

    private static boolean wasRead(String law, String articles) {
        Set<String> read = words(READ.getOrDefault(law, ""));
        return Pattern.compile("第([^条第]+)条").matcher(articles).results().allMatch(article -> read.contains(article.group(1)));
    }

    /** The columns of this item that stand for fields of real reports. */
    static Set<String> reportFields(String item) {
        return words(REPORT_FIELDS.getOrDefault(item, "")).stream().map(rest -> item + "_" + rest).collect(Collectors.toSet());
    }

    private static Set<String> words(String text) {
        return Pattern.compile(" ").splitAsStream(text).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
