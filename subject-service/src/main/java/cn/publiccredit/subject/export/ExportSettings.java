package cn.publiccredit.subject.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the export.
 *
 * @param subjectsAtATime subjects that are read, traced and written together; all that is held in memory at once, beside one
 *     batch of their records
 * @param recordsAtATime records that are fetched together
 * @param mostSubjects subjects in one answer; the reader goes on from the last cursor
 */
@ConfigurationProperties(prefix = "credit.export", ignoreUnknownFields = false)
record ExportSettings(
        @DefaultValue("200") int subjectsAtATime,
        @DefaultValue("500") int recordsAtATime,
        @DefaultValue("50000") int mostSubjects) {}
