package cn.publiccredit.report.verification;

import cn.publiccredit.report.archive.Printing;
import cn.publiccredit.report.archive.Report;
import cn.publiccredit.report.archive.Reports;
import cn.publiccredit.report.content.Templates;
import cn.publiccredit.support.time.TimeConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells anyone whether a report is genuine. */
@Component
class Verification {

    private static final String WRONG = "报告编号或查验码不正确，未找到相符的报告。请对照报告封面核对后重试。";
    private static final String UNKNOWN_FILE = "该文件与本平台出具的任何报告都不一致，可能已被改动或不是本平台出具，请以编号和查验码再次核对。";

    /** A longer one is not looked at: nobody's number or code has that many characters. */
    private static final int LONGEST = 64;

    private final Reports reports;
    private final Printing printing;
    private final Templates templates;
    private final Changes changes;
    private final Attempts attempts;

    Verification(Reports reports, Printing printing, Templates templates, Changes changes, Attempts attempts) {
        this.reports = reports;
        this.printing = printing;
        this.templates = templates;
        this.changes = changes;
        this.attempts = attempts;
    }

    /** By number and code. A wrong code and an unknown number get the same answer in the same time. */
    Verdict byNumber(String number, String code) {
        String typed = plain(number);
        attempts.requireAllowed(typed);
        Optional<Report> report = reports.byNumber(typed);
        String right = report.map(Report::verificationCode).orElse("000000000000");
        boolean matches = MessageDigest.isEqual(bytes(plain(code)), bytes(right));
        if (report.isEmpty() || !matches) {
            attempts.wrong(typed);
            return Verdict.notGenuine(WRONG);
        }
        return genuine(report.get());
    }

    /** By the hash of a file. */
    Verdict byFile(String sha256) {
        return reports.byPdf(sha256).map(this::genuine).orElseGet(() -> Verdict.notGenuine(UNKNOWN_FILE));
    }

    private Verdict genuine(Report report) {
        Optional<List<Change>> changed = changes.since(report);
        return new Verdict(true, null, report.number(),
                report.issuedAt().atZone(TimeConfiguration.ZONE).toOffsetDateTime(),
                report.subjectName(), report.template(), templates.require(report.template()).title(),
                printing.pdf(report).sha256(), changed.orElseGet(List::of), changed.isEmpty() ? true : null);
    }

    private static String plain(String typed) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
