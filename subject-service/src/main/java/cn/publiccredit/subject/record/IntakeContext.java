package cn.publiccredit.subject.record;

import cn.publiccredit.support.identity.Division;
import java.time.Instant;

/**
 * What all rows of a batch have in common.
 *
 * @param sourceUscc code of the organisation that supplied them
 * @param actor the account that uploaded them
 * @param receivedAt when the platform got to know them
 */
public record IntakeContext(
        String batch,
        CatalogItemRef item,
        String sourceUscc,
        String sourceName,
        Division sourceDivision,
        String actor,
        Instant receivedAt) {}
