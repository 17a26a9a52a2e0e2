package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.CatalogItem;
import java.util.List;

/**
 * A header that does not fit an item, with everything that is wrong about it.
 *
 * @param cells how many columns it has
 * @param unknown columns that the item has not, as they may be quoted
 * @param twice columns that come more than once
 * @param missing columns that must be there
 * @param likeData whether the row seems to be no header at all
 */
public record UnfitHeader(
        CatalogItem item, int cells, List<String> unknown, List<String> twice, List<String> missing, boolean likeData) {

    /** No message lists more findings of a kind, so that it stays one that can be read, kept and sent. */
    public static final int MOST_LISTED = 60;

    /** A stable id of the gravest finding. */
    public String code() {
        if (!unknown.isEmpty()) {
            return "unknown-column";
        }
        return missing.isEmpty() ? "duplicate-column" : "missing-column";
    }

    /** All findings and what was expected, in Chinese. */
    public String zh() {
        StringBuilder message = new StringBuilder("表头与“").append(item.name()).append("”（").append(item.code())
                .append("）的数据标准不一致，未导入任何行。");
        if (!unknown.isEmpty()) {
            message.append("无法识别的列：").append(listed(unknown)).append("。");
        }
        if (likeData) {
            message.append("这一行像数据而不是列名，不引用其内容，请检查是否缺少表头、所选事项是否正确。");
        }
        if (!missing.isEmpty()) {
            message.append("缺少必需的列：").append(listed(missing)).append("。");
        }
        if (!twice.isEmpty()) {
            message.append("重复的列：").append(listed(twice)).append("。");
        }
        if (cells == 1) {
            message.append("表头只有 1 列，请确认各列之间以英文逗号、分号或制表符分隔。");
        }
        return message.append("应有的列：").append(listed(expected()))
                .append("。列名可用代码或中文名，顺序不限；表头应为第一个非空行，不得有标题行或合并单元格；请更正表头后重新上传。")
                .toString();
    }

    /** The same in English. */
    public String en() {
        StringBuilder message = new StringBuilder("The header does not fit the data standard of ").append(item.code())
                .append("; no row was taken.");
        if (!unknown.isEmpty()) {
            message.append(" Unknown columns: ").append(listed(unknown)).append('.');
        }
        if (likeData) {
            message.append(" The row looks like data and is not quoted; check whether the header is missing and the item the right one.");
        }
        if (!missing.isEmpty()) {
            message.append(" Missing columns: ").append(listed(missing)).append('.');
        }
        if (!twice.isEmpty()) {
            message.append(" Columns given twice: ").append(listed(twice)).append('.');
        }
        if (cells == 1) {
            message.append(" There is only one column; part columns by commas, semicolons or tabs.");
        }
        return message.append(" Expected: ").append(listed(expected()))
                .append(". Use codes or Chinese names in any order; the header is the first filled row, without merged "
                        + "cells or a title above it. Correct it and upload again.")
                .toString();
    }

    private List<String> expected() {
        return item.columns().stream().map(Header::described).toList();
    }

    private static String listed(List<String> texts) {
        List<String> shown = texts.size() > MOST_LISTED ? texts.subList(0, MOST_LISTED) : texts;
        return String.join("、", shown) + (shown.size() < texts.size() ? " … " + texts.size() : "");
    }
}
