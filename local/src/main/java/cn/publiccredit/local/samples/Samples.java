package cn.publiccredit.local.samples;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * All sample files, by department; the same seed, day and size give the same bytes.
 *
 * @param asOf the day that the data look back from
 */
record Samples(long seed, LocalDate asOf, int subjects, int records) {

    private static final double DIRT = 0.02;
    private static final double PERSONS = 0.02;
    private static final double PENALTIES = 0.3;

    /** One department's files. */
    record Files(Department department, Table registration, Table licences, Table penalties) {

        static Files of(Department department) {
            return new Files(department, new Table(Table.REGISTRATION), new Table(Table.LICENCES),
                    new Table(Table.PENALTIES));
        }

        int rows() {
            return registration.size() + licences.size() + penalties.size();
        }
    }

    List<Files> files() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<SampleSubject> all = new Subjects(random, asOf).some(subjects);
        Map<String, Files> byCity = new LinkedHashMap<>();
        Department.all().forEach(department -> byCity.put(department.division(), Files.of(department)));
        all.forEach(subject -> at(byCity, subject.place()).registration().add(Registration.of(subject)));
        addRecords(random, all, byCity);
        return List.copyOf(byCity.values());
    }

    private void addRecords(RandomGenerator random, List<SampleSubject> all, Map<String, Files> byCity) {
        List<SampleSubject> fit = all.stream().filter(subject -> subject.kind() != Kind.GOVERNMENT).toList();
        Licences licences = new Licences(random, asOf);
        Penalties penalties = new Penalties(random, asOf);
        Names names = new Names(random);
        for (int number = 1; number <= records; number++) {
            boolean penal = random.nextDouble() < PENALTIES;
            String item = penal ? "CF" : "XK";
            SampleSubject subject = fit.get(random.nextInt(fit.size()));
            Row party = random.nextDouble() < PERSONS
                    ? new Party(item).ofPerson(names.person(), Codes.citizen(
                            subject.place().code(), 1 + random.nextInt(365), 1 + random.nextInt(998)))
                    : new Party(item).of(subject);
            Files files = at(byCity, subject.place());
            Row row = penal
                    ? penalties.penalty(party, files.department(), number)
                    : licences.licence(party, files.department(), number);
            add(penal ? files.penalties() : files.licences(), row, item, random);
        }
    }

    private static void add(Table table, Row row, String item, RandomGenerator random) {
        if (random.nextDouble() < DIRT) {
            Dirt dirt = Dirt.any(random);
            dirt.soil(row, item);
            if (dirt == Dirt.TWICE) {
                table.add(row.copy());
            }
        }
        table.add(row);
    }

    private static Files at(Map<String, Files> byCity, Place place) {
        return Objects.requireNonNull(byCity.get(place.cityCode()));
    }
}
