package cn.publiccredit.subject.subjects;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a search may cost.
 *
 * @param mostSorted subjects with the question anywhere in their names that are still put in order for a page
 * @param mostLooked subjects that are looked at for a page of those of a division; a page that has come to so many ends there, short or
 *     empty, and the next one goes on
 */
@ConfigurationProperties(prefix = "credit.search", ignoreUnknownFields = false)
record SearchSettings(@DefaultValue("1000") int mostSorted, @DefaultValue("5000") int mostLooked) {}
