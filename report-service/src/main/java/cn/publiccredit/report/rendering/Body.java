package cn.publiccredit.report.rendering;

import cn.publiccredit.report.content.Block;
import cn.publiccredit.report.content.Content;
import cn.publiccredit.report.content.Section;
import java.util.List;

/** Everything after the cover: explanations, overview, sections, end. */
final class Body {

    private Body() {}

    static void write(Html html, PrintedReport report) {
        Content content = report.content();
        html.raw("<h2>报告说明</h2><ol class=\"explanations\">");
        content.explanations().forEach(e -> html.raw("<li>").text(e).raw("</li>"));
        html.raw("</ol><h2>概述</h2>");
        overview(html, content.overview());
        content.sections().forEach(section -> section(html, section));
        html.element("div", "end", "—— 报告正文结束 ——");
        html.element("div", "note", "内容摘要（SHA-256）：" + report.contentSha256());
        if (!html.unprintable().isEmpty()) {
            html.element("div", "note", "本报告中以下字符超出字库范围，以其统一码（Unicode）编号表示："
                    + String.join(" ", html.unprintable()));
        }
    }

    private static void overview(Html html, List<Content.Count> counts) {
        html.raw("<table class=\"overview\">");
        for (int i = 0; i < counts.size(); i += 2) {
            html.raw("<tr>");
            count(html, counts.get(i));
            if (i + 1 < counts.size()) {
                count(html, counts.get(i + 1));
            } else {
                html.raw("<td></td><td></td>");
            }
            html.raw("</tr>");
        }
        html.raw("</table>");
    }

    private static void count(Html html, Content.Count count) {
        html.element("td", "kind", count.title()).element("td", "count", count.count() + " 条");
    }

    private static void section(Html html, Section section) {
        html.raw("<h2>").text(section.number() + "、" + section.title()).raw("</h2>");
        String text = section.text();
        if (text != null) {
            html.element("div", section.empty() ? "none" : "advice", text);
        }
        for (Block block : section.blocks()) {
            BlockTable.write(html, section, block);
        }
    }
}
