package cn.publiccredit.subject.subjects.merge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether mergers may take effect.
 *
 * @param effective false as long as another service looks under one code only: a screening of a merged subject would then answer
 *     CLEAR although an entry stands under its other code
 */
@ConfigurationProperties(prefix = "credit.merges", ignoreUnknownFields = false)
record MergeSettings(@DefaultValue("false") boolean effective) {}
