package cn.publiccredit.local.samples;

import cn.publiccredit.local.client.AccountDesk.Account;
import java.util.List;
import java.util.Map;

/**
 * A made-up department that supplies records of its city.
 *
 * @param account the user who uploads for it
 * @param opened whether the account is one that only the sample data need
 */
record Department(String account, String uscc, String name, String division, boolean opened) {

    private static final Map<String, Department> OF_THE_REALM = Map.of(
            "340400", new Department("dept-market", "11340400TE5T00001E", Names.MARK + "淮南市市场监督管理局", "340400", false),
            "341300", new Department("city-suzhou", "11341300TE5T00001M", Names.MARK + "宿州市公共信用信息中心", "341300", false));

    /** One for each city. */
    static List<Department> all() {
        return Place.cities().stream().map(Department::of).toList();
    }

    private static Department of(Place place) {
        Department known = OF_THE_REALM.get(place.cityCode());
        return known != null ? known : new Department("dept-" + place.cityCode(),
                Codes.uscc("11", place.cityCode(), "TE5T", 9), Names.MARK + place.city() + "市场监督管理局",
                place.cityCode(), true);
    }

    Account toOpen() {
        return new Account(account, name, "department-user",
                Map.of("division", List.of(division), "org", List.of(uscc)));
    }
}
