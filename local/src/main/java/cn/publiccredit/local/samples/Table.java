package cn.publiccredit.local.samples;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A file as a department exports it: CSV in GB18030, every field in quotes, lines ended by CR LF. */
public final class Table {

    static final Charset CHARSET = Charset.forName("GB18030");

    /** The columns of DJ, under the headers that open registers use. */
    public static final List<String> REGISTRATION = List.of(
            "企业名称", "统一社会信用代码", "成立日期", "企业类型", "注册资本", "经营范围", "所在省份", "所在地区", "住所");

    /** The national columns of XK (发改办财金〔2018〕424号). */
    public static final List<String> LICENCES = List.of(
            "XK_XDR_MC", "XK_XDR_LB", "XK_XDR_SHXYM", "XK_XDR_GSZC", "XK_XDR_ZZJG", "XK_XDR_SWDJ", "XK_XDR_SYDW",
            "XK_XDR_SHZZ", "XK_FRDB", "XK_FR_ZJLX", "XK_FR_ZJHM", "XK_XDR_ZJLX", "XK_XDR_ZJHM", "XK_XKWS", "XK_WSH",
            "XK_XKLB", "XK_XKZS", "XK_XKBH", "XK_NR", "XK_JDRQ", "XK_YXQZ", "XK_YXQZI", "XK_XKJG", "XK_XKJGDM",
            "XK_ZT", "XK_LYDW", "XK_LYDWDM", "BZ");

    /** The national columns of CF. */
    public static final List<String> PENALTIES = List.of(
            "CF_XDR_MC", "CF_XDR_LB", "CF_XDR_SHXYM", "CF_XDR_GSZC", "CF_XDR_ZZJG", "CF_XDR_SWDJ", "CF_XDR_SYDW",
            "CF_XDR_SHZZ", "CF_FRDB", "CF_FR_ZJLX", "CF_FR_ZJHM", "CF_XDR_ZJLX", "CF_XDR_ZJHM", "CF_WSH", "CF_WFXW",
            "CF_SY", "CF_YJ", "CF_CFLB", "CF_NR", "CF_NR_FK", "CF_NR_WFFF", "CF_NR_ZKDX", "CF_JDRQ", "CF_YXQ",
            "CF_GSJZQ", "CF_CFJG", "CF_CFJGDM", "CF_SJLY", "CF_SJLYDM", "BZ");

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    public Table(List<String> columns) {
        this.columns = columns;
    }

    public Table add(Row row) {
        rows.add(row);
        return this;
    }

    int size() {
        return rows.size();
    }

    /** The file's bytes. */
    public byte[] csv() {
        StringBuilder text = new StringBuilder(line(columns));
        rows.forEach(row -> text.append(line(columns.stream().map(row::get).toList())));
        return text.toString().getBytes(CHARSET);
    }

    private static String line(List<String> fields) {
        return fields.stream().map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
