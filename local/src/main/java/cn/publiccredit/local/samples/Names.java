package cn.publiccredit.local.samples;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Names that nobody can take for somebody's: each begins with {@link #MARK}. */
final class Names {

    /** What every name of a made-up subject begins with. */
    static final String MARK = "虚构样例·";

    private static final List<String> FIRST = List.of("云上", "青禾", "星野", "月泊", "风铃", "松间", "石桥", "望川", "白鹭",
            "晴岚", "南柯", "蓝鲸", "银杏", "山海", "橙子", "麦穗", "纸鸢", "长亭", "竹马", "拾光", "浮槎", "听雨", "归雁", "半夏");
    private static final List<String> SECOND = List.of("泰和", "锦程", "恒远", "嘉禾", "天工", "博雅", "宏图", "瑞丰", "同舟",
            "启明", "致远", "永安", "新禾", "乐淘", "万象", "知行", "百川", "九章", "和光", "清源", "大观", "明德", "聚力", "飞跃");
    private static final List<Trade> TRADES = List.of(
            new Trade("食品", "食品生产、销售；预包装食品批发兼零售", "食品经营许可证"),
            new Trade("餐饮管理", "餐饮服务；餐饮管理；外卖递送服务", "食品经营许可证"),
            new Trade("建筑工程", "房屋建筑工程、市政工程施工；建筑劳务分包", "建筑业企业资质证书"),
            new Trade("物流", "道路普通货物运输；仓储服务；装卸搬运", "道路运输经营许可证"),
            new Trade("医疗器械", "第二类医疗器械销售；医疗器械租赁", "医疗器械经营许可证"),
            new Trade("化工", "化工产品生产、销售（不含危险化学品）", "排污许可证"),
            new Trade("信息技术", "软件开发；信息系统集成服务；技术咨询", "增值电信业务经营许可证"),
            new Trade("农业科技", "农作物种植；农业技术推广；农产品初加工", "种子生产经营许可证"),
            new Trade("物业服务", "物业管理；家政服务；停车场服务", "卫生许可证"),
            new Trade("旅游", "旅游开发；国内旅游业务；会议服务", "旅行社业务经营许可证"),
            new Trade("机械制造", "机械设备制造、销售；零部件加工", "全国工业产品生产许可证"),
            new Trade("教育咨询", "教育咨询服务；文化艺术交流活动策划", "办学许可证"));
    private static final List<String> FAMILY = List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛");

    private final RandomGenerator random;
    private final Set<String> taken = new HashSet<>();

    Names(RandomGenerator random) {
        this.random = random;
    }

    /** What a subject does for a living, and the licence that it needs. */
    record Trade(String name, String scope, String licence) {}

    Trade trade() {
        return pick(TRADES);
    }

    /** A name that was not given before. */
    String of(Kind kind, Place place, Trade trade) {
        String name = invent(kind, place, trade);
        for (int number = 2; !taken.add(name); number++) {
            name = invent(kind, place, trade).replace(MARK, MARK + number + "号");
        }
        return name;
    }

    /** A person's name that is none. */
    String person() {
        return "虚构" + pick(FAMILY) + pick(FAMILY);
    }

    private String invent(Kind kind, Place place, Trade trade) {
        String brand = pick(FIRST) + pick(SECOND);
        return MARK + switch (kind) {
            case COMPANY -> place.shortCity() + brand + trade.name() + "有限公司";
            case COOPERATIVE -> place.name() + brand + "种植专业合作社";
            case INDIVIDUAL -> place.name() + brand + "百货店";
            case ASSOCIATION -> place.shortCity() + brand + trade.name() + "协会";
            case INSTITUTION -> place.name() + brand + "服务中心";
            case GOVERNMENT -> place.city() + brand + "管理局";
        };
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
