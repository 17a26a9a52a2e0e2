package cn.publiccredit.subject.record;

import cn.publiccredit.support.identity.Division;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The divisions that a division lies in, itself included. Documents keep them in the field {@code within}, so that what belongs
 * to a province, a city or a county is found by equality and stays in the order of an index.
 */
public final class Within {

    /** The field's name. */
    public static final String FIELD = "within";

    private static final int PROVINCE = 2;
    private static final int CITY = 4;

    private Within() {}

    /** Codes of the province, the city and the county, as far as the division has them. */
    public static List<String> of(Division division) {
        Set<String> all = new LinkedHashSet<>();
        all.add(division.code().substring(0, PROVINCE) + "0000");
        all.add(division.code().substring(0, CITY) + "00");
        all.add(division.code());
        return List.copyOf(all);
    }
}
