package cn.publiccredit.subject.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What figures are about.
 *
 * @param source null for all of a division, or of the province
 * @param division null for the province
 * @param item null for all items
 */
record Key(@Nullable String source, @Nullable String division, @Nullable String item) {

    static final Key ALL = new Key(null, null, null);
}
