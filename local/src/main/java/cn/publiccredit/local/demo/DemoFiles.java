package cn.publiccredit.local.demo;

import cn.publiccredit.local.samples.Registration;
import cn.publiccredit.local.samples.Row;
import cn.publiccredit.local.samples.Table;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The files that the department uploads: national columns, GB18030, some rows wrong as in life. */
final class DemoFiles {

    static final String DEPARTMENT = "虚构样例·淮南市市场监督管理局";
    static final String DEPARTMENT_CODE = "11340400TE5T00001E";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private final Company company;

    DemoFiles(Company company) {
        this.company = company;
    }

    byte[] registration() {
        return new Table(Table.REGISTRATION).add(Registration.of(company.uscc(), company.name(),
                company.today().minusYears(6), "有限责任公司(自然人投资或控股)", "500(万元)", "食品生产、销售",
                "淮南", "安徽省淮南市田家庵区样例路" + company.run().substring(14) + "号")).csv();
    }

    /** Two good rows, then a wrong check character, a date to come, and a fine without its amount. */
    byte[] penalties() {
        LocalDate old = company.today().minusMonths(14);
        char last = company.uscc().charAt(17);
        String wrong = company.uscc().substring(0, 17) + (last == '7' ? '8' : '7');
        return new Table(Table.PENALTIES)
                .add(penalty(1, company.uscc(), company.name(), "罚款;吊销许可证件", "12.5", old)
                        .with("CF_NR_ZKDX", "食品经营许可证 样例" + company.run()))
                .add(penalty(2, company.otherUscc(), company.otherName(), "警告", "", company.today().minusMonths(1)))
                .add(penalty(3, wrong, company.name(), "罚款", "0.5", old))
                .add(penalty(4, company.otherUscc(), company.otherName(), "罚款", "0.5", company.today().plusYears(1)))
                .add(penalty(5, company.otherUscc(), company.otherName(), "罚款", "", old))
                .csv();
    }

    /** Two good rows, and one that ends before it begins. */
    byte[] licences() {
        LocalDate old = company.today().minusYears(2);
        return new Table(Table.LICENCES)
                .add(licence(1, "食品经营许可证", old, "2099/12/31"))
                .add(licence(2, "卫生许可证", old, DAY.format(old.plusYears(4))))
                .add(licence(3, "食品生产许可证", old, DAY.format(old.minusYears(1))))
                .csv();
    }

    private Row penalty(int number, String uscc, String name, String kinds, String fine, LocalDate decided) {
        return new Row()
                .with("CF_XDR_MC", name).with("CF_XDR_LB", "法人及非法人组织").with("CF_XDR_SHXYM", uscc)
                .with("CF_FRDB", "虚构甲").with("CF_WSH", company.document("市监处罚", number))
                .with("CF_WFXW", "违反《中华人民共和国食品安全法》第三十四条")
                .with("CF_SY", "（虚构样例）经营超过保质期的食品，情节严重。")
                .with("CF_YJ", "《中华人民共和国食品安全法》第一百二十四条")
                .with("CF_CFLB", kinds).with("CF_NR", "（虚构样例）" + kinds.replace(";", "、") + "。")
                .with("CF_NR_FK", fine).with("CF_JDRQ", DAY.format(decided)).with("CF_YXQ", "2099/12/31")
                .with("CF_CFJG", DEPARTMENT).with("CF_CFJGDM", DEPARTMENT_CODE)
                .with("CF_SJLY", DEPARTMENT).with("CF_SJLYDM", DEPARTMENT_CODE).with("BZ", "虚构样例数据");
    }

    private Row licence(int number, String paper, LocalDate from, String to) {
        return new Row()
                .with("XK_XDR_MC", company.name()).with("XK_XDR_LB", "法人及非法人组织")
                .with("XK_XDR_SHXYM", company.uscc()).with("XK_FRDB", "虚构甲")
                .with("XK_XKWS", "关于准予" + paper + "核发的决定").with("XK_WSH", company.document("市监许可", number))
                .with("XK_XKLB", "普通").with("XK_XKZS", paper).with("XK_XKBH", "YL" + company.run() + number)
                .with("XK_NR", "（虚构样例）准予核发" + paper + "。").with("XK_JDRQ", DAY.format(from))
                .with("XK_YXQZ", DAY.format(from)).with("XK_YXQZI", to)
                .with("XK_XKJG", DEPARTMENT).with("XK_XKJGDM", DEPARTMENT_CODE).with("XK_ZT", "1")
                .with("XK_LYDW", DEPARTMENT).with("XK_LYDWDM", DEPARTMENT_CODE).with("BZ", "虚构样例数据");
    }
}
