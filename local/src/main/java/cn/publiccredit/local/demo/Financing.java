package cn.publiccredit.local.demo;

import static cn.publiccredit.local.demo.ExpectationFailed.unless;

import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The bank screens the company and, with its consent, draws a report. */
public final class Financing {

    static final String BANK = "91340100TE5TB0001U";
    private static final String LOAN = "LOAN";

    private final Company company;
    private final Door bank;
    private final Door itself;

    Financing(Company company, Door bank, Door itself) {
        this.company = company;
        this.bank = bank;
        this.itself = itself;
    }

    /**
     * What a screening said.
     *
     * @param answer the bytes of the answer
     */
    public record Screened(String receipt, String status, List<String> measures, byte[] answer) {}

    /** A drawn report. */
    public record Drawn(String number, String verificationCode, byte[] pdf) {}

    /** Screens the company for a loan; the receipt can be read again and is byte for byte the same. */
    public Screened screen(String expected) {
        Reply reply = bank.post("/api/listing/v1/screenings", Map.of(
                "subjects", List.of(Map.of("uscc", company.uscc())), "matter", LOAN, "purpose", LOAN)).expect(200);
        List<String> measures = StreamSupport.stream(reply.json().at("/results/0/measures").spliterator(), false)
                .map(measure -> measure.path("name").asString()).toList();
        Screened screened = new Screened(reply.at("/receipt"), reply.at("/results/0/status"), measures, reply.bytes());
        unless(screened.status().equals(expected), "核查结果 / the screening says " + expected, screened.status());
        unless(screened.receipt().matches("SC\\d{14}[0-9A-Z]{8}"), "有回执号 / a receipt", screened.receipt());
        unless(!expected.equals("HIT") || !measures.isEmpty(), "命中时给出措施 / a HIT brings measures", measures);
        receiptStands(screened);
        return screened;
    }

    /** The receipt still shows exactly what was answered then. */
    public void receiptStands(Screened screened) {
        Reply again = bank.get("/api/listing/v1/screenings/" + screened.receipt()).expect(200);
        unless(Arrays.equals(again.bytes(), screened.answer()),
                "回执与当时应答逐字节相同 / the receipt shows exactly what was answered", again.text());
    }

    /** Without the company's consent the bank gets nothing. */
    public void reportIsRefusedWithoutConsent() {
        Reply refused = bank.post("/api/report/v1/reports", Map.of("subject", company.uscc(),
                "template", "enterprise-full", "purpose", LOAN, "matter", LOAN));
        unless(refused.status() == 403 && refused.at("/code").equals("consent.required"),
                "未经授权 403 consent.required", refused.status() + " " + refused.text());
    }

    /** The company allows the bank to read everything for a month. @return the consent's id */
    public String consent() {
        Reply given = itself.post("/api/subject/v1/consents", Map.of("grantee", BANK, "purpose", LOAN,
                "items", List.of("*"), "from", company.today().toString(),
                "to", company.today().plusMonths(1).toString())).expect(201);
        unless(given.at("/state").equals("LIVE"), "授权有效 / the consent is LIVE", given.at("/state"));
        return given.at("/id");
    }

    public Drawn drawReport(String consent) {
        Reply issued = bank.post("/api/report/v1/reports", Map.of("subject", company.uscc(),
                "template", "enterprise-full", "purpose", LOAN, "matter", LOAN, "consent", consent)).expect(201);
        String number = issued.at("/number");
        unless(number.matches("\\d{14}[0-9A-Z]{8}"), "报告编号 / a report number", number);
        byte[] pdf = bank.purpose(LOAN).with("Credit-Consent", consent)
                .get("/api/report/v1/reports/" + number + ".pdf").expect(200).bytes();
        unless(new String(pdf, 0, Math.min(5, pdf.length), StandardCharsets.US_ASCII).equals("%PDF-"),
                "PDF 文件 / a PDF file", pdf.length + " bytes");
        return new Drawn(number, issued.at("/verificationCode"), pdf);
    }
}
