package cn.publiccredit.repair.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the decision says.
 *
 * @param number the decision's own number
 * @param documentNumber number of the penalty or other document whose record is repaired
 * @param state {@code EFFECTIVE}, or {@code REVOKED} when the decision was withdrawn because of false material
 * @param effects what the decision brings about
 */
public record DecisionSheet(
        String number,
        LocalDate issuedOn,
        @JsonProperty("case") String caseId,
        String state,
        String subject,
        String subjectName,
        String record,
        String item,
        @Nullable String authority,
        @Nullable String documentNumber,
        @Nullable LocalDate documentDate,
        @Nullable String severity,
        LocalDate appliedOn,
        LocalDate approvedOn,
        List<String> effects,
        String commitment) {

    /** What a repair is (国家发展改革委令第36号第三条). */
    public static final List<String> EFFECTS = List.of(
            "终止公示上述失信信息", "停止上述失信信息的共享和使用", "同步解除因上述失信信息采取的惩戒措施并移出相关名单");

    public DecisionSheet {
        effects = List.copyOf(effects);
    }
}
