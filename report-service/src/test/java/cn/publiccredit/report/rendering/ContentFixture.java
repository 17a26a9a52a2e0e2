package cn.publiccredit.report.rendering;

import cn.publiccredit.report.content.Block;
import cn.publiccredit.report.content.Content;
import cn.publiccredit.report.content.Section;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report with a given number of penalties. */
final class ContentFixture {

    static final String NUMBER = "20261122093015A1B2C3D4";
    static final URI ADDRESS = URI.create("http://localhost:8080/verify?number=" + NUMBER + "&code=K7M2P9Q4X8RT");

    private ContentFixture() {}

    static PrintedReport report(String name, int penalties) {
        List<Section> sections = new ArrayList<>();
        Map<String, String> registered = new LinkedHashMap<>();
        registered.put("name", name);
        registered.put("uscc", "91340100MA2TESTX7Q");
        registered.put("kind", "法人和非法人组织");
        registered.put("date", "2015-06-01");
        registered.put("scope", "一般项目：食品销售（仅销售预包装食品）；日用百货销售；".repeat(6));
        sections.add(new Section("basic", "一", "基础信息", false, null, List.of(new Block("登记信息", null, 1,
                List.of(column("name", "名称"), column("uscc", "统一社会信用代码"), column("kind", "主体类别"), column("date", "成立日期"),
                        column("address", "住所"), column("scope", "经营范围")),
                List.of(new Block.Row(null, List.of(), registered))))));
        if (penalties > 0) {
            sections.add(new Section("administration", "二", "行政管理", false, null, List.of(penalties(penalties))));
        }
        sections.add(new Section("honesty", "三", "诚实守信", true, "查询期内无相关信息", List.of()));
        sections.add(new Section("advice", "十", "信用状况提升建议", false,
                "有 1 条失信信息已达到最短公示期。\n建议秉持诚信理念，合法有序开展经营活动。", List.of()));
        Content content = new Content("企业公共信用信息报告", "法人和非法人组织版", name, "91340100MA2TESTX7Q",
                "经信息主体授权查询，包含授权范围内的全部信息及依法公开的信息", "融资授信", List.of("存续", "失信惩戒对象"),
                List.of(new Content.Count("行政许可", 12), new Content.Count("行政处罚", penalties),
                        new Content.Count("诚实守信", 0)),
                List.of("本报告依据《公共信用信息报告标准（2022年版）》编制。", "各项信息由数据来源单位提供。"), sections);
        return new PrintedReport(NUMBER, "K7M2P9Q4X8RT",
                ZonedDateTime.of(2026, 11, 22, 9, 30, 15, 0, ZoneId.of("Asia/Shanghai")), "安徽省公共信用信息共享服务平台", "融资授信审查",
                "c-2026-0001", content, "ab".repeat(32), ADDRESS, "本文件已加盖电子签名，所用为本地演示证书，仅供演示，不具有法律效力。");
    }

    private static Block penalties(int count) {
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("CF_WSH", "皖市监处罚〔2026〕" + i + "号");
            values.put("CF_CFLB", "罚款；没收违法所得");
            values.put("CF_JDRQ", "2026-05-11");
            values.put("CF_NR", "罚款人民币20000元，没收违法所得人民币1500.50元。");
            values.put("CF_NR_FK", "2.000000");
            values.put("CF_SY", "当事人经营标签不符合规定的预包装食品，涉案货值金额三千二百元。".repeat(i % 3 + 1));
            values.put("CF_CFJG", "合肥市市场监督管理局");
            values.put("CF_CFJGDM", "11340100MB1234567X");
            rows.add(new Block.Row("r" + i, i % 5 == 2 ? List.of("异议处理中") : List.of(), values));
        }
        return new Block("行政处罚", "CF", count, List.of(column("CF_WSH", "行政处罚决定书文号"), column("CF_CFLB", "处罚类别"),
                column("CF_JDRQ", "处罚决定日期"), column("CF_NR", "处罚内容"), column("CF_NR_FK", "罚款金额（万元）"),
                column("CF_NR_WFFF", "没收违法所得、没收非法财物的金额（万元）"), column("CF_SY", "违法事实"),
                column("CF_CFJG", "处罚机关"), column("CF_CFJGDM", "处罚机关统一社会信用代码")), rows);
    }

    private static Block.Column column(String code, String name) {
        return new Block.Column(code, name);
    }
}
