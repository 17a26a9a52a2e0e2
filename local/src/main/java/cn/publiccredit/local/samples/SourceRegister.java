package cn.publiccredit.local.samples;

import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Pause;
import cn.publiccredit.local.client.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Registers the made-up departments in the catalogue as organisations that supply records, as a province would: one account imports
 * them, another approves.
 */
final class SourceRegister {

    static final String IMPORTS = "/api/catalog/v1/editions/imports";

    private static final String EDITOR = "province";
    private static final String APPROVER = "approver";
    private static final String EDITION = "anhui-supplement";
    private static final String SINCE = "2025-01-01";
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Door door;
    private final long until;

    private SourceRegister(Door door, Duration patience) {
        this.door = door;
        this.until = System.nanoTime() + patience.toNanos();
    }

    /** Those of the realm that supply nothing by the samples, but whose users may upload or register contracts. */
    private static final List<Department> FURTHER = List.of(
            new Department("province", "11340000TE5T00001R", Names.MARK + "省公共信用信息中心", "340000", false),
            new Department("city-huainan", "11340400TE5T00002H", Names.MARK + "淮南市公共信用信息中心", "340400", false));

    /** Registers them, unless they are registered already. */
    static void enter(Door door, Duration patience) {
        new SourceRegister(door, patience).enter();
    }

    private void enter() {
        Reply staged = door.as(EDITOR).post(IMPORTS, Map.of("format", 1, "edition", EDITION,
                "content", Map.of("sources", all().map(SourceRegister::source).toList())));
        if (staged.status() == 409 && staged.at("/code").equals("catalog.import.unchanged")) {
            return;
        }
        String path = IMPORTS + "/" + staged.expect(201).at("/id");
        door.as(APPROVER).with("If-Match", staged.etag()).post(path + "/publish").expect(202);
        while (!door.as(EDITOR).get(path).expect(200).at("/state").equals("PUBLISHED")) {
            if (System.nanoTime() > until) {
                throw new SamplesNotLoaded("样例信源单位未能登记 / the sample sources were not registered in time", null);
            }
            Pause.of(PAUSE);
        }
    }

    static Stream<Department> all() {
        return Stream.concat(FURTHER.stream(), Department.all().stream());
    }

    private static Map<String, Object> source(Department department) {
        return Map.of(
                "uscc", department.uscc(),
                "name", department.name(),
                "edition", EDITION,
                "effectiveFrom", SINCE,
                "division", department.division(),
                "items", List.of("DJ", "XK", "CF"),
                "legalBasis", "虚构样例，仅供本机演示",
                "source", "虚构样例，仅供本机演示");
    }
}
