package cn.publiccredit.local.demo;

import cn.publiccredit.local.client.AccountDesk.Account;
import cn.publiccredit.local.samples.Codes;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * The company that the story is about: invented anew each time, so that the story can be played again.
 *
 * @param run tells this run from others; part of every document number
 * @param account the user that the company signs in with
 */
public record Company(String run, String uscc, String name, String account, LocalDate today) {

    static final String DIVISION = "340403";
    private static final DateTimeFormatter RUN = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final int CODES = 31 * 31 * 31 * 31;

    /** The company of a story that begins now. */
    static Company at(ZonedDateTime now) {
        String run = RUN.format(now);
        int number = (int) Math.floorMod(now.toInstant().toEpochMilli() / 100, (long) CODES);
        return new Company(run, Codes.uscc("91", DIVISION, "TE5D", number),
                "虚构样例·淮南云上青禾食品" + run.substring(4, 14) + "有限公司", "demo-" + run, now.toLocalDate());
    }

    /** Another company that only this run knows. */
    String otherUscc() {
        return Codes.uscc("91", DIVISION, "TE5E", Math.floorMod(run.hashCode(), CODES));
    }

    String otherName() {
        return "虚构样例·淮南松间九章商贸" + run.substring(4, 14) + "有限公司";
    }

    /** The number of a document of this run. */
    String document(String kind, int number) {
        return "演示" + kind + "〔" + today.getYear() + "〕" + run + "-" + number + "号";
    }

    Account toOpen() {
        return new Account(account, "虚构样例企业", "subject-user",
                Map.of("division", List.of(DIVISION), "org", List.of(uscc), "subject", List.of(uscc)));
    }
}
