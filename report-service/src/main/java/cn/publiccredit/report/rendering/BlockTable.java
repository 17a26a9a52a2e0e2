package cn.publiccredit.report.rendering;

import cn.publiccredit.report.content.Block;
import cn.publiccredit.report.content.Section;

/** One block as a table whose heading repeats on every page; short values stand two in a row, long ones alone. */
final class BlockTable {

    private static final int SHORT = 24;

    private final Html html;
    private boolean halfRow;

    private BlockTable(Html html) {
        this.html = html;
    }

    static void write(Html html, Section section, Block block) {
        html.raw("<table class=\"block\"><colgroup><col style=\"width:19%\"/><col style=\"width:31%\"/>"
                + "<col style=\"width:19%\"/><col style=\"width:31%\"/></colgroup><thead><tr><th colspan=\"4\">");
        html.text(section.number() + "、" + section.title() + " · " + block.title());
        boolean counted = block.rows().stream().anyMatch(row -> row.id() != null);
        if (counted) {
            html.text("（共 " + block.count() + " 条）");
        }
        html.raw("</th></tr></thead><tbody>");
        for (int i = 0; i < block.rows().size(); i++) {
            new BlockTable(html).row(block, block.rows().get(i), counted ? i + 1 : 0);
        }
        html.raw("</tbody></table>");
    }

    private void row(Block block, Block.Row row, int ordinal) {
        if (ordinal > 0) {
            html.raw("<tr class=\"first\"><td class=\"row\" colspan=\"4\">").text("第 " + ordinal + " 条");
            row.marks().forEach(mark -> html.element("span", "mark", mark));
            html.raw("</td></tr>");
        }
        for (Block.Column column : block.columns()) {
            String value = row.values().getOrDefault(column.code(), "—");
            if (value.length() > SHORT) {
                alone(column.name(), value);
            } else {
                half(column.name(), value);
            }
        }
        endHalf();
    }

    private void half(String name, String value) {
        html.raw(halfRow ? "" : "<tr>").element("td", "name", name).element("td", "value", value)
                .raw(halfRow ? "</tr>" : "");
        halfRow = !halfRow;
    }

    private void alone(String name, String value) {
        endHalf();
        html.raw("<tr>").element("td", "name", name).raw("<td class=\"value\" colspan=\"3\">").text(value).raw("</td></tr>");
    }

    private void endHalf() {
        if (halfRow) {
            html.raw("<td class=\"name\"></td><td></td></tr>");
            halfRow = false;
        }
    }
}
