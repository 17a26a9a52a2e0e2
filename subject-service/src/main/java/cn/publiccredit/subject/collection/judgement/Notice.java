package cn.publiccredit.subject.collection.judgement;

/**
 * A remark about one row.
 *
 * @param column the column's code; empty when it is the row as a whole
 * @param name the column's 中文名
 */
public record Notice(String column, String name, Remark remark) {

    public static Notice ofRow(Remark remark) {
        return new Notice("", "", remark);
    }
}
