package cn.publiccredit.subject.collection.judgement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of item CF that breaks no rule, and changes to it. All names and codes are made up. */
public final class Penalty {

    /** The department that uploads in tests. */
    public static final String SOURCE = "11340000000000000G";

    private static final Map<String, String> SOUND = sound();

    private final Map<String, String> cells;

    private Penalty(Map<String, String> cells) {
        this.cells = cells;
    }

    private static Map<String, String> sound() {
        Map<String, String> cells = new LinkedHashMap<>();
        Items.item("CF").columns().forEach(column -> cells.put(column.code(), ""));
        cells.put("CF_XDR_MC", "合肥样例食品有限公司");
        cells.put("CF_XDR_LB", "法人及非法人组织");
        cells.put("CF_XDR_SHXYM", "91340100MA2TETA14E");
        cells.put("CF_FRDB", "张样例");
        cells.put("CF_WSH", "皖市监处罚〔2026〕1号");
        cells.put("CF_WFXW", "经营标签不符合规定的食品");
        cells.put("CF_SY", "当事人经营的食品标签缺少生产日期");
        cells.put("CF_YJ", "《中华人民共和国食品安全法》第一百二十五条");
        cells.put("CF_CFLB", "罚款");
        cells.put("CF_NR", "罚款5000元");
        cells.put("CF_NR_FK", "0.5");
        cells.put("CF_JDRQ", "2026/05/06");
        cells.put("CF_YXQ", "2099/12/31");
        cells.put("CF_CFJG", "安徽省样例监督管理局");
        cells.put("CF_CFJGDM", SOURCE);
        cells.put("CF_SJLY", "安徽省样例监督管理局");
        cells.put("CF_SJLYDM", SOURCE);
        return cells;
    }

    public static Penalty row() {
        return new Penalty(SOUND);
    }

    public static Penalty ofPerson() {
        return row().with("CF_XDR_LB", "自然人").with("CF_XDR_SHXYM", "").with("CF_FRDB", "").with("CF_XDR_MC", "李样例")
                .with("CF_XDR_ZJLX", "身份证").with("CF_XDR_ZJHM", "340102199001011236");
    }

    public Penalty with(String column, String value) {
        Map<String, String> changed = new LinkedHashMap<>(cells);
        changed.put(column, value);
        return new Penalty(changed);
    }

    /** With a document number of its own, so that it is a record of its own. */
    public Penalty number(long number) {
        return with("CF_WSH", "皖市监处罚〔2026〕" + number + "号");
    }

    public List<String> cells() {
        return List.copyOf(cells.values());
    }

    public static List<String> codes() {
        return List.copyOf(SOUND.keySet());
    }

    /** The row as a line of CSV. */
    public String line() {
        return line(cells());
    }

    public static String header() {
        return line(codes());
    }

    public static String line(List<String> cells) {
        return String.join(",", cells.stream()
                .map(cell -> cell.matches("(?s).*[,\"\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                .toList()) + "\r\n";
    }
}
