package cn.publiccredit.subject.collection.judgement;

/** What was put right or noticed in rows that were accepted all the same, or in a file that was read all the same. */
public enum Remark {
    FULL_WIDTH("full-width", "代码、日期或数值中的全角字符已转换为半角",
            "Full-width characters in a code, date or number were turned into plain ones"),
    BLANKS("blanks", "代码或证件号码中的空格已去除", "Blanks within a code or id number were taken out"),
    LOWER_CASE("lower-case", "代码或证件号码中的小写字母已转换为大写", "Small letters in a code or id number were turned into capitals"),
    HYPHEN("hyphen", "组织机构代码中的连字符已去除", "The hyphen of an organisation code was taken out"),
    EMPTY_WORD("empty-word", "“N/A”“NULL”等表示空缺的字样已按空白处理", "Words such as N/A or NULL were taken as blank"),
    SPELLING("spelling", "值的代码或其他写法已换为目录中的标准写法", "A code or another spelling of a value was turned into the catalogue's"),
    DATE_SERIAL("date-serial", "日期填写为电子表格的序列号，已按文件的日期系统换算为日期，请核对",
            "A date given as a spreadsheet's serial number was turned into a date, by the file's own date system; check it"),
    TIME_DROPPED("time-dropped", "日期后的时刻已略去", "The time of day behind a date was left out"),
    OTHER_SOURCE("other-source", "数据来源单位代码与上传账号所属单位不一致；记录的来源按上传账号所属单位登记",
            "The row names another source than the uploader's organisation; the record belongs to the uploader's"),
    ORGANISATION_CODE("organisation-code", "统一社会信用代码总校验位正确，但第 9 至 17 位组织机构代码的校验位不符（GB 11714），请核对营业执照",
            "The credit code's own check digit is right, that of the organisation code within it (9 to 17) is not; check it"),
    WITHDRAWN_DIVISION("withdrawn-division", "统一社会信用代码第 3 至 8 位为已撤销的行政区划，代码仍然有效，仅作提示",
            "Digits 3 to 8 of the credit code name a division since withdrawn; the code stays valid"),
    NAME_DIFFERS("name-differs", "名称与登记信息中该代码的名称不一致，请核对名称是否变更或代码是否填错",
            "The name differs from the registered one of this code; check whether it changed or the code is wrong"),
    PERSONAL_NUMBER("personal-number", "文字中有身份证号码或手机号码：查询和公示时将掩码，请删去，或改填入专门的列",
            "The text holds an id or mobile phone number; it is masked wherever it is shown: take it out, or use its own column"),
    BLANK_ROW("blank-row", "空白行已跳过，不计入收到行数", "Blank rows were passed over and do not count as received"),
    OTHER_SHEETS("other-sheets", "工作簿有多个可见的工作表，只读取了第一个；其余工作表的数据请另行上传",
            "The workbook has several visible sheets and only the first was read; upload data of the others by themselves"),
    MERGED_CELLS("merged-cells", "数据区有合并的单元格：内容只在左上角的一格中，其余各格按空白读取，请取消合并、逐行填写后核对",
            "Cells below the header are merged: only the upper left one holds the content and the others were read as blank; check"),
    CONTENT_TYPE("content-type", "文件的实际格式与上传时声明的类型（Content-Type）不一致，已按实际格式读取",
            "The file is not of the declared Content-Type; it was read as what it is"),
    DIVISIONS_UNKNOWN("divisions-unknown", "行政区划代码集暂不可用，本批次未核对代码中的区划是否已撤销",
            "The set of divisions could not be had, so withdrawn divisions in codes were not looked for");

    private final String id;
    private final String zh;
    private final String en;

    Remark(String id, String zh, String en) {
        this.id = id;
        this.zh = zh;
        this.en = en;
    }

    public String id() {
        return id;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
