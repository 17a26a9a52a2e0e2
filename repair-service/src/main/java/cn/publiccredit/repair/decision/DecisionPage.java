package cn.publiccredit.repair.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The decision as a page to read and print. */
@Component
public class DecisionPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final Map<String, String> SEVERITIES = Map.of("MINOR", "轻微", "GENERAL", "一般", "SERIOUS", "严重");

    /** Scripts and foreign resources are refused; the page's own style is all that it needs. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String template;

    DecisionPage() {
        this.template = read();
    }

    /** The whole HTML page, in Chinese. */
    public String of(DecisionSheet sheet) {
        Map<String, String> values = Map.ofEntries(
                Map.entry("number", sheet.number()),
                Map.entry("subjectName", sheet.subjectName()),
                Map.entry("subject", sheet.subject()),
                Map.entry("authority", text(sheet.authority())),
                Map.entry("documentNumber", text(sheet.documentNumber())),
                Map.entry("documentDate", day(sheet.documentDate())),
                Map.entry("severity", SEVERITIES.getOrDefault(text(sheet.severity()), text(sheet.severity()))),
                Map.entry("appliedOn", day(sheet.appliedOn())),
                Map.entry("approvedOn", day(sheet.approvedOn())),
                Map.entry("issuedOn", day(sheet.issuedOn())),
                Map.entry("case", sheet.caseId()),
                Map.entry("commitment", sheet.commitment()),
                Map.entry("revoked", sheet.state().equals("REVOKED") ? "本决定已因虚假材料或承诺严重不实被撤销" : ""));
        String page = template.replace("{{effects}}", sheet.effects().stream()
                .map(effect -> "<li>" + escaped(effect) + "；</li>").collect(Collectors.joining()));
        for (Map.Entry<String, String> value : values.entrySet()) {
            page = page.replace("{{" + value.getKey() + "}}", escaped(value.getValue()));
        }
        return page;
    }

    // A value must not bring a place holder of its own.
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8").replace("{", "&#123;");
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "—");
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "—" : DAY.format(day);
    }

    private static String read() {
        try {
            return new ClassPathResource("decision.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
