package cn.publiccredit.acceptance;

import cn.publiccredit.local.demo.Company;
import java.nio.charset.Charset;

/** A large file of fictitious penalties against one fictitious company; every hundredth row is wrong. */
final class ManyPenalties {

    private static final String HEADER = "行政相对人名称,CF_XDR_LB,CF_XDR_SHXYM,CF_FRDB,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,"
            + "CF_NR_FK,CF_JDRQ,CF_YXQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM\r\n";

    private ManyPenalties() {}

    static byte[] of(Company company, int rows) {
        StringBuilder file = new StringBuilder(HEADER);
        String day = company.today().minusMonths(2).toString().replace('-', '/');
        for (int i = 0; i < rows; i++) {
            String fine = i % 100 == 99 ? "" : "0.5";
            file.append(company.name()).append(",法人及非法人组织,").append(company.uscc()).append(",虚构甲,多行〔")
                    .append(company.run()).append("〕").append(i).append("号,违反样例规定,（虚构样例）违法事实,样例依据,罚款,"
                            + "（虚构样例）罚款5000元,").append(fine).append(',').append(day).append(",2099/12/31,虚构样例·淮南市市场监督管理局,"
                            + "11340400TE5T00001E,虚构样例·淮南市市场监督管理局,11340400TE5T00001E\r\n");
        }
        return file.toString().getBytes(Charset.forName("GB18030"));
    }

    static int wrong(int rows) {
        return rows / 100;
    }
}
