package cn.publiccredit.subject.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A circular as a page to be printed. No script, nothing from elsewhere. */
final class CircularPage {

    private static final String STYLE = """
            body{font-family:"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;margin:2cm;color:#000}
            h1{font-size:22px;text-align:center}h2{font-size:16px;margin-top:1.5em}h3{font-size:14px}
            table{border-collapse:collapse;width:100%;font-size:12px}th,td{border:1px solid #000;padding:3px 5px}
            td.n{text-align:right}thead{display:table-header-group}tr{page-break-inside:avoid}
            p.note{font-size:12px}@page{size:A4 landscape;margin:1.5cm}@media print{body{margin:0}}
            """;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private static final List<String> FIGURES =
            List.of("收到", "接收", "更新", "重复", "退回", "合规率", "按时", "迟报", "无法判定", "及时率", "目录覆盖率", "重错码率");

    private CircularPage() {}

    static String of(Circular circular, Map<String, String> divisionNames) {
        StringBuilder page = new StringBuilder();
        String title = escaped(circular.whose()) + circular.month().getYear() + "年" + circular.month().getMonthValue()
                + "月公共信用信息归集情况通报";
        page.append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"UTF-8\"><title>").append(title)
                .append("</title><style>").append(STYLE).append("</style></head><body><h1>").append(title).append("</h1>");
        page.append("<p class=\"note\">Circular on the collection of public credit information, ")
                .append(circular.month()).append(circular.provisional() ? " (provisional)" : "").append("</p>");
        if (circular.provisional()) {
            page.append("<p>本月尚未结束，数据截至 ").append(MINUTE.format(circular.drawnAt())).append("。</p>");
        }
        page.append("<h2>一、总体情况 Overall</h2>");
        table(page, List.of(), List.of(new Circular.Line(null, null, null, null, null, circular.total(), false)), line -> List.of());
        page.append("<h2>二、各地情况 By division</h2>");
        if (!circular.cities().isEmpty()) {
            page.append("<h3>各市（含县区）及省级 Cities with their counties</h3>");
            table(page, List.of("行政区划"), circular.cities(), line -> List.of(division(line, divisionNames)));
            page.append("<h3>市本级和县区 Divisions by themselves</h3>");
        }
        table(page, List.of("行政区划"), circular.divisions(), line -> List.of(division(line, divisionNames)));
        page.append("<h2>三、各来源单位情况 By source</h2>");
        page.append("<p class=\"note\">本月零报送的来源单位 ").append(circular.silentSources()).append(" 个。</p>");
        table(page, List.of("行政区划", "来源单位"), circular.sources(),
                line -> List.of(division(line, divisionNames), source(line) + (line.silent() ? "（零报送）" : "")));
        page.append("<h2>四、各事项情况 By item</h2>");
        table(page, List.of("行政区划", "来源单位", "事项"), circular.rows(), line -> List.of(
                division(line, divisionNames), source(line), text(line.itemName()) + "（" + text(line.item()) + "）"));
        notes(page, circular);
        return page.append("</body></html>\n").toString();
    }

    private interface Head {
        List<String> of(Circular.Line line);
    }

    private static void table(StringBuilder page, List<String> heads, List<Circular.Line> lines, Head head) {
        page.append("<table><thead><tr>");
        heads.forEach(title -> page.append("<th>").append(title).append("</th>"));
        FIGURES.forEach(title -> page.append("<th>").append(title).append("</th>"));
        page.append("</tr></thead><tbody>");
        for (Circular.Line line : lines) {
            page.append("<tr>");
            head.of(line).forEach(cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
            figures(line.figures()).forEach(cell -> page.append("<td class=\"n\">").append(cell).append("</td>"));
            page.append("</tr>");
        }
        page.append("</tbody></table>");
    }

    private static List<String> figures(Figures.View f) {
        return List.of(Long.toString(f.received()), Long.toString(f.accepted()), Long.toString(f.updated()),
                Long.toString(f.duplicate()), Long.toString(f.rejected()), percent(f.compliance()),
                Long.toString(f.onTime()), Long.toString(f.late()), Long.toString(f.undetermined()),
                percent(f.timeliness()), percent(f.coverage()),
                f.codeErrorsInTenThousand() == null ? "—" : f.codeErrorsInTenThousand().toPlainString() + "‱");
    }

    private static void notes(StringBuilder page, Circular circular) {
        Circular.Rules rules = circular.rules();
        page.append("<h2>说明 Notes</h2>");
        note(page, "收到＝接收＋更新＋重复＋退回。合规率＝（收到－退回）÷收到。及时率按新接收且有文书日期的记录计算。");
        rules.deadlines().forEach(d -> note(page, d.itemName() + "（" + d.item() + "）：自文书日期起 " + d.workingDays()
                + " 个工作日内报送，依据" + text(d.source()) + "；工作日按目录所载国务院办公厅节假日安排计算，当年安排尚未公布的列为无法判定。"));
        note(page, "目录覆盖率＝近 " + rules.coverageMonths() + " 个月归集过的事项数÷目录事项数 " + circular.itemsInCatalogue()
                + "（" + rules.coverageSource() + "）。");
        note(page, "重错码率＝（错码＋重码）÷含统一社会信用代码的行数，目标不高于万分之 " + rules.codeGoalInTenThousand().toPlainString()
                + "（" + rules.codeGoalSource() + "）。");
        if (circular.rulesAsOf() != null) {
            note(page, "事项、来源单位和报送时限以 " + circular.rulesAsOf() + " 的信用信息目录为准，此后目录的变动不影响本通报。");
        }
        note(page, "零报送：已登记应报事项或以往报送过、本月未报送文件的来源单位；已登记的只在其登记的行政区划标出。");
        note(page, "制表时间：" + MINUTE.format(circular.drawnAt()));
    }

    private static void note(StringBuilder page, String text) {
        page.append("<p class=\"note\">").append(escaped(text)).append("</p>");
    }

    private static String division(Circular.Line line, Map<String, String> names) {
        String code = text(line.division());
        return names.containsKey(code) ? names.get(code) + " " + code : code;
    }

    private static String source(Circular.Line line) {
        return line.sourceName() == null ? text(line.source()) : line.sourceName() + " " + text(line.source());
    }

    private static String percent(@Nullable BigDecimal rate) {
        return rate == null ? "—" : rate.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
