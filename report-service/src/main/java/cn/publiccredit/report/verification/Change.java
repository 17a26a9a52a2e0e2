package cn.publiccredit.report.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something that is different today from what a report says; that it changed, not into what.
 *
 * @param section code of the report's section
 * @param title what changed, for people
 * @param since the day of the latest such change; null when it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(String section, Kind kind, String title, @Nullable String since) {

    enum Kind {
        REPAIRED("已完成信用修复"),
        WITHDRAWN("已被撤销或不再有效"),
        CHANGED("内容已更新"),
        NEW("为报告出具后新增"),
        EXITED("已移出名单或公示期已届满");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String title(String section, int count) {
            return section + "：有 " + count + " 条信息" + words;
        }
    }
}
