package cn.publiccredit.subject.rulebook;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a commitment and what follows from it, as the catalogue has it.
 *
 * @param kind VOLUNTARY 主动公示, APPROVAL_REPLACING 审批替代, PROOF_REPLACING 证明事项告知, SELF_DISCIPLINE 行业自律, REPAIR 信用修复
 * @param validDays how long it binds; null for as long as the matter lasts
 * @param published whether commitments made with it are public
 * @param consequence what follows when it is broken, in words
 * @param breach what the platform does then; null in templates from before it was said
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CommitmentTemplate(
        String code,
        int version,
        String name,
        String kind,
        String text,
        @Nullable Integer validDays,
        boolean published,
        String consequence,
        @Nullable Breach breach) {

    /**
     * What the platform does when it is broken.
     *
     * @param severity MINOR, GENERAL or SERIOUS
     * @param measures codes of the measures that may be taken
     * @param list code of the list that the body is to consider; null for none
     * @param excludedUntilRepaired whether the subject may make no further commitment of such a template until it was put right
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Breach(String severity, List<String> measures, @Nullable String list, boolean excludedUntilRepaired) {

        public Breach {
            measures = measures == null ? List.of() : List.copyOf(measures);
        }

        /** In the words of the data standard's column 失信程度; null where it has none. */
        public @Nullable String grade() {
            return switch (severity) {
                case "MINOR" -> "轻微";
                case "GENERAL" -> "一般";
                case "SERIOUS" -> "严重";
                default -> null;
            };
        }
    }

    /** Whether who broke one such commitment may make no other until it was put right. */
    public boolean excludesBreakers() {
        return breach != null && breach.excludedUntilRepaired();
    }

    public @Nullable String list() {
        return breach == null ? null : breach.list();
    }

    public CommitmentTemplate {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
        requireNonNull(consequence, "consequence");
    }

    /** In the words of the report standard (公共信用信息报告标准 2022), where they are others. */
    public String kindInRecord() {
        return kind.equals("VOLUNTARY") ? "主动型" : kindInChinese();
    }

    /** In the words of the catalogue. */
    public String kindInChinese() {
        return switch (kind) {
            case "VOLUNTARY" -> "主动公示型";
            case "APPROVAL_REPLACING" -> "审批替代型";
            case "PROOF_REPLACING" -> "证明事项型";
            case "SELF_DISCIPLINE" -> "行业自律型";
            case "REPAIR" -> "信用修复型";
            default -> kind;
        };
    }
}
