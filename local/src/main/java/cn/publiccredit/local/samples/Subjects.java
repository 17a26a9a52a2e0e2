package cn.publiccredit.local.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Invents subjects; those that the local realm's accounts belong to are always among them. */
final class Subjects {

    private static final String MARK_OF_CODES = "TE5T";
    private static final int FIRST_NUMBER = 31 * 31;

    private final RandomGenerator random;
    private final LocalDate asOf;
    private final Names names;

    Subjects(RandomGenerator random, LocalDate asOf) {
        this.random = random;
        this.asOf = asOf;
        this.names = new Names(random);
    }

    List<SampleSubject> some(int count) {
        List<SampleSubject> subjects = new ArrayList<>(ofTheRealm());
        for (int i = 0; subjects.size() < count; i++) {
            Kind kind = kind();
            Place place = Place.any(random);
            String uscc = Codes.uscc(kind.prefix(), place.code(), MARK_OF_CODES, FIRST_NUMBER + i);
            subjects.add(subject(uscc, kind, place));
        }
        return subjects;
    }

    private List<SampleSubject> ofTheRealm() {
        List<SampleSubject> known = new ArrayList<>();
        known.add(named("91340403MA8TETT918", "淮南示范食品有限公司", Kind.COMPANY, "340403"));
        known.add(named("91340100TE5TB0001U", "演示银行股份有限公司", Kind.COMPANY, "340104"));
        known.add(named("91340100TE5TP0001Q", "演示平台科技有限公司", Kind.COMPANY, "340104"));
        known.add(named("11340000TE5T00001R", "省公共信用信息中心", Kind.GOVERNMENT, "340104"));
        known.add(named("11340000TE5T00002W", "省审计办公室", Kind.GOVERNMENT, "340104"));
        known.add(named("11340400TE5T00002H", "淮南市公共信用信息中心", Kind.GOVERNMENT, "340403"));
        for (Department department : Department.all()) {
            known.add(named(department.uscc(), department.name().replace(Names.MARK, ""), Kind.GOVERNMENT,
                    Place.cities().stream().filter(place -> place.cityCode().equals(department.division()))
                            .findFirst().orElseThrow().code()));
        }
        return known;
    }

    private SampleSubject named(String uscc, String name, Kind kind, String place) {
        SampleSubject any = subject(uscc, kind, Place.of(place));
        return new SampleSubject(uscc, Names.MARK + name, kind, any.place(), any.founded(), any.capital(), any.scope(),
                any.address(), any.representative());
    }

    private SampleSubject subject(String uscc, Kind kind, Place place) {
        Names.Trade trade = names.trade();
        LocalDate founded = asOf.minusDays(400 + random.nextInt(8000));
        return new SampleSubject(uscc, names.of(kind, place, trade), kind, place, founded, capital(),
                trade.scope(), "安徽省" + place.city() + place.name() + "样例路" + (1 + random.nextInt(999)) + "号",
                names.person());
    }

    private Kind kind() {
        int roll = random.nextInt(100);
        return roll < 70 ? Kind.COMPANY : roll < 84 ? Kind.INDIVIDUAL : roll < 92 ? Kind.COOPERATIVE
                : roll < 95 ? Kind.ASSOCIATION : roll < 98 ? Kind.INSTITUTION : Kind.GOVERNMENT;
    }

    /** In the spellings that registers really use. */
    private String capital() {
        int amount = (1 + random.nextInt(200)) * 10;
        return switch (random.nextInt(6)) {
            case 0 -> amount + "(万元)";
            case 1 -> amount + "万元人民币";
            case 2 -> amount + ".000000万人民币";
            case 3 -> amount + "万元";
            case 4 -> "N/A";
            default -> amount + "(万美元)";
        };
    }
}
