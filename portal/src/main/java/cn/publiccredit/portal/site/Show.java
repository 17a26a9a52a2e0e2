package cn.publiccredit.portal.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How values of the API read on a page; templates know it as {@code @show}. */
@Component("show")
public class Show {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** The value at a JSON pointer as text; empty when there is none. */
    public String text(JsonNode node, String pointer) {
        JsonNode value = node.at(pointer);
        return value.isMissingNode() || value.isNull() ? "" : value.asString("");
    }

    public boolean has(JsonNode node, String pointer) {
        return !text(node, pointer).isBlank();
    }

    public boolean isTrue(JsonNode node, String pointer) {
        return node.at(pointer).asBoolean(false);
    }

    public long number(JsonNode node, String pointer) {
        return node.at(pointer).asLong(0);
    }

    /** A ratio as percent with two decimals; a dash where there is none. */
    public String percent(JsonNode node, String pointer) {
        JsonNode value = node.at(pointer);
        return value.isNumber()
                ? value.decimalValue().movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%"
                : "—";
    }

    /** An amount of yuan with its thousands set apart; a dash where there is none. */
    public String money(JsonNode node, String pointer) {
        String value = text(node, pointer);
        try {
            return value.isEmpty() ? "—" : String.format(Locale.ROOT, "%,.2f", new BigDecimal(value));
        } catch (NumberFormatException noAmount) {
            return value;
        }
    }

    /** An instant as a minute in China; anything else as it is. */
    public String time(JsonNode node, String pointer) {
        String value = text(node, pointer);
        try {
            return MINUTE.format(OffsetDateTime.parse(value).atZoneSameInstant(ZONE));
        } catch (DateTimeParseException notAnInstant) {
            return value;
        }
    }

    /** A record's data by Chinese column names, in the catalogue's order, empty ones left out. */
    public Map<String, String> labelled(JsonNode data, Map<String, String> columns) {
        Map<String, String> shown = new LinkedHashMap<>();
        columns.forEach((code, name) -> {
            String value = data.path(code).asString("");
            if (!value.isBlank()) {
                shown.put(name, value.equals("2099-12-31") || value.equals("2099/12/31") ? "长期" : value);
            }
        });
        return shown;
    }
}
