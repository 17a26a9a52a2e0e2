package cn.publiccredit.subject.commitment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which catalogue item commitments become records of.
 *
 * @param item class 8 of the national base catalogue, 信用承诺及履行情况信息
 */
@ConfigurationProperties(prefix = "credit.commitment", ignoreUnknownFields = false)
record CommitmentSettings(@DefaultValue("CN") String item) {}
