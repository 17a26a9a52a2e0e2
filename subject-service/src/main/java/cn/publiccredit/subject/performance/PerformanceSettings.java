package cn.publiccredit.subject.performance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which catalogue items become records of a body.
 *
 * @param contractItem class 7 of the national base catalogue, 合同履行信息; policy promises, too
 * @param arrearsItem arrears (保障中小企业款项支付条例)
 * @param settleWithin within how long after arrears were confirmed a body is to pay them, for the rates; no national rule fixes it, the
 *     province does [待省级确定]
 */
@ConfigurationProperties(prefix = "credit.performance", ignoreUnknownFields = false)
record PerformanceSettings(
        @DefaultValue("HT") String contractItem, @DefaultValue("QS") String arrearsItem,
        @DefaultValue("30d") Duration settleWithin) {}
