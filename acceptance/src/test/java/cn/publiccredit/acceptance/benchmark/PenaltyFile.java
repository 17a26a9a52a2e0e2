package cn.publiccredit.acceptance.benchmark;

import cn.publiccredit.local.samples.Codes;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A CSV file of fictitious penalties, each against another fictitious company; about 450 bytes a row, as in the real files. */
record PenaltyFile(Path path, int first, int rows, LocalDate asOf) {

    private static final String HEADER = "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_FRDB,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,"
            + "CF_NR_FK,CF_JDRQ,CF_YXQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM\r\n";
    private static final String OFFICE = "虚构样例·淮南市市场监督管理局,11340400TE5T00001E";
    /** Codes of one mark run out at 31 to the power of 4. */
    private static final int CODES_OF_A_MARK = 900_000;

    static String uscc(int company) {
        return Codes.uscc("91", "340400", company < CODES_OF_A_MARK ? "TB5T" : "TB6T", company % CODES_OF_A_MARK);
    }

    static String name(int company) {
        return "虚构样例·淮南" + Character.toString(0x4E00 + company % 2000) + Character.toString(0x5E00 + company / 2000)
                + "测速有限公司";
    }

    void write() throws IOException {
        try (Writer out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int i = first; i < first + rows; i++) {
                String day = asOf.minusDays(30 + i % 300).toString().replace('-', '/');
                out.write(name(i) + ",法人及非法人组织," + uscc(i) + ",虚构甲,测速罚〔" + asOf.getYear() + "〕" + i
                        + "号,违反《中华人民共和国食品安全法》第三十四条,（虚构样例）经查，当事人经营超过保质期的食品。,"
                        + "《中华人民共和国食品安全法》第一百二十四条,罚款,（虚构样例）罚款5000元。,0.5," + day + ",2099/12/31," + OFFICE
                        + "," + OFFICE + "\r\n");
            }
        }
    }
}
