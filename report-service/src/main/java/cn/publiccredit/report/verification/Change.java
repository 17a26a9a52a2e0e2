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
        EXITED("已移出名单或公示期已届满"),
        /** The subject has proved to be one with another code since, whose information the report does not have. */
        MERGED("该主体已与另一代码合并，另一代码名下的信息未列入本报告"),
        /** The report tells of codes that have proved not to be one subject since. */
        SEPARATED("该主体与另一代码的合并已撤销，本报告含有另一代码名下的信息");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String title(String section, int count) {
            return switch (this) {
                case MERGED, SEPARATED -> section + "：" + words;
                case REPAIRED, WITHDRAWN, CHANGED, NEW, EXITED -> section + "：有 " + count + " 条信息" + words;
            };
        }
    }
}
