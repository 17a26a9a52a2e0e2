package cn.publiccredit.catalog.protection;

import cn.publiccredit.catalog.content.Faults;

/** Refuses texts that tell of data which must never be collected, whatever kind of content they stand in. */
public final class ForbiddenData {

    private ForbiddenData() {}

    /** Notes the text if it does, with the article. */
    public static void check(String field, String text, Faults faults) {
        DataClass.toldBy(text).filter(found -> found.treatment() == DataClass.Treatment.FORBIDDEN).ifPresent(found ->
                faults.add(field, "forbidden-data",
                        "“" + shortened(text) + "”属于禁止归集的信息，依据：" + found.article() + "。请删除有关内容。",
                        "\"" + shortened(text) + "\" is of class " + found + ", which must never be collected ("
                                + found.article() + "); remove it."));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
