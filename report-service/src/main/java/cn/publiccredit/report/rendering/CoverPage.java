package cn.publiccredit.report.rendering;

import cn.publiccredit.report.content.Content;
import java.time.format.DateTimeFormatter;

/** The cover: whose report it is, its number, and how to verify it. */
final class CoverPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年MM月dd日 HH:mm:ss");

    private CoverPage() {}

    static void write(Html html, PrintedReport report) {
        Content content = report.content();
        html.raw("<div class=\"cover\">").element("div", "cover-top", report.issuer())
                .raw("<h1>").text(content.title()).raw("</h1>")
                .element("div", "edition", "（" + content.edition() + "）");
        html.raw("<div class=\"labels\">");
        content.labels().forEach(label -> html.element("span", "label", label));
        html.raw("</div><table class=\"facts\">");
        fact(html, "主体名称", content.subjectName());
        fact(html, "统一社会信用代码", content.uscc() == null ? "—" : content.uscc());
        fact(html, "报告编号", report.number());
        fact(html, "查 验 码", report.verificationCode());
        fact(html, "生成时间", report.issuedAt().format(TIME));
        fact(html, "查询用途", content.purpose() == null ? report.purpose() : content.purpose());
        if (report.consent() != null) {
            fact(html, "授权编号", report.consent());
        }
        fact(html, "信息范围", content.scope());
        fact(html, "出具单位", report.issuer());
        html.raw("</table><table class=\"check\"><tr><td class=\"qr\"><img alt=\"\" src=\"")
                .raw(QrCode.dataUri(report.verification())).raw("\"/></td><td>")
                .text("扫描左侧二维码，或在查验页面输入报告编号和查验码，可核对本报告真伪，并了解出具之后的变化。\n查验地址：")
                .text(address(report)).element("div", "seal", report.sealNotice())
                .raw("</td></tr></table></div>");
    }

    private static String address(PrintedReport report) {
        String full = report.verification().toString();
        int query = full.indexOf('?');
        return query < 0 ? full : full.substring(0, query);
    }

    private static void fact(Html html, String name, String value) {
        html.raw("<tr>").element("td", "name", name).element("td", "value", value).raw("</tr>");
    }
}
