package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.CsvBounds;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of collection.
 *
 * @param largestFile the largest file that is taken
 * @param largestField the longest cell that is looked at, in characters of one byte
 * @param largestRow the longest row, likewise
 * @param mostColumns the most cells in a row
 * @param rowsAtATime rows that are judged and written between two checkpoints
 * @param textAtATime text that these rows may hold in all, likewise in characters
 * @param batchesAtATime files that one replica works on at the same time
 */
@ConfigurationProperties(prefix = "credit.collection", ignoreUnknownFields = false)
record CollectionSettings(
        @DefaultValue("2GB") DataSize largestFile,
        @DefaultValue("64KB") DataSize largestField,
        @DefaultValue("1MB") DataSize largestRow,
        @DefaultValue("500") int mostColumns,
        @DefaultValue("1000") int rowsAtATime,
        @DefaultValue("4MB") DataSize textAtATime,
        @DefaultValue("2") int batchesAtATime) {

    CsvBounds bounds() {
        return new CsvBounds(Math.toIntExact(largestField.toBytes()), Math.toIntExact(largestRow.toBytes()),
                mostColumns);
    }
}
