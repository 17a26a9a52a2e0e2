package cn.publiccredit.subject.record;

import cn.publiccredit.support.identity.Division;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Where something belongs that has one place: its province, city and county in a field each, as far as it has them. Unlike a list
 * ({@link Within}) such a field may come first in an index whose order every engine follows, wherever a page begins.
 */
public final class Place {

    public static final String PROVINCE = "province";
    public static final String CITY = "city";
    public static final String COUNTY = "county";

    private Place() {}

    /** Adds the fields to a document. */
    public static void append(Document document, Division division) {
        for (String code : Within.of(division)) {
            document.append(field(new Division(code)), code);
        }
    }

    /** The field that has divisions of this one's level. */
    public static String field(Division division) {
        if (division.isProvince()) {
            return PROVINCE;
        }
        return division.isCity() ? CITY : COUNTY;
    }

    /** What belongs to this division. */
    public static Bson in(Division division) {
        return Filters.eq(field(division), division.code());
    }
}
