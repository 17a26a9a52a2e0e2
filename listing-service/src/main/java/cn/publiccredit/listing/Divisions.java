package cn.publiccredit.listing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.support.identity.Division;
import org.springframework.data.mongodb.core.query.Criteria;

/** What lies within a division, as a query that an index can answer. */
public final class Divisions {

    private Divisions() {}

    /** Documents whose field names this division or one within it. */
    public static Criteria within(String field, Division division) {
        String digits = division.significantDigits();
        return where(field).gte(digits).lt(digits + ":");
    }
}
