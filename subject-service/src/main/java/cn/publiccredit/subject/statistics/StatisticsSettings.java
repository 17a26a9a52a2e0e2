package cn.publiccredit.subject.statistics;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Numbers of the circular that no catalogue item sets, each with the rule it comes from.
 *
 * @param coverageMonths months, the circular's the last of them, in which an item counts as supplied
 * @param codeGoal wrong and duplicate codes in ten thousand that are tolerated
 */
@ConfigurationProperties(prefix = "credit.statistics", ignoreUnknownFields = false)
record StatisticsSettings(
        @DefaultValue("12") int coverageMonths,
        @DefaultValue("城市信用状况监测按月滚动12个月") String coverageSource,
        @DefaultValue("1") BigDecimal codeGoal,
        @DefaultValue("统一社会信用代码重错码率控制在万分之一以内（市级社会信用体系建设方案）") String codeGoalSource) {}
