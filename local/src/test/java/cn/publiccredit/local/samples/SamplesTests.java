package cn.publiccredit.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SamplesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<Samples.Files> FILES = new Samples(7, DAY, 2_000, 10_000).files();
    private static final Pattern CODE = Pattern.compile("9[123]34\\d{4}TE5T[0-9A-Z]{6}|5134\\d{4}TE5T[0-9A-Z]{6}");

    @Test
    void thereAreTwoThousandSubjectsAndTenThousandRecordsInSixteenCities() {
        assertThat(FILES).hasSize(16);
        assertThat(rows(Samples.Files::registration)).hasSize(2_000);
        assertThat(rows(Samples.Files::licences).size() + rows(Samples.Files::penalties).size())
                .isBetween(10_000, 10_100);
        assertThat(rows(Samples.Files::penalties)).hasSizeBetween(2_700, 3_300);
    }

    @Test
    void theSameSeedAndDayGiveTheSameBytes() {
        List<Samples.Files> again = new Samples(7, DAY, 2_000, 10_000).files();

        for (int i = 0; i < FILES.size(); i++) {
            assertThat(again.get(i).penalties().csv()).isEqualTo(FILES.get(i).penalties().csv());
            assertThat(again.get(i).licences().csv()).isEqualTo(FILES.get(i).licences().csv());
            assertThat(again.get(i).registration().csv()).isEqualTo(FILES.get(i).registration().csv());
        }
        assertThat(new Samples(8, DAY, 2_000, 10_000).files().getFirst().penalties().csv())
                .isNotEqualTo(FILES.getFirst().penalties().csv());
    }

    @Test
    void everySubjectIsUnmistakablyMadeUpAndHasAValidCode() {
        List<String> codes = rows(Samples.Files::registration).stream().map(line -> cells(line).get(1)).toList();

        assertThat(codes).doesNotHaveDuplicates().allMatch(UnifiedSocialCreditCode::isValid);
        assertThat(rows(Samples.Files::registration)).allMatch(line -> line.startsWith("\"" + Names.MARK));
        assertThat(rows(Samples.Files::registration).stream().map(line -> cells(line).getFirst()))
                .doesNotHaveDuplicates();
        assertThat(codes.stream().filter(code -> CODE.matcher(code).matches()).count()).isGreaterThan(1_800);
    }

    @Test
    void theAccountsOfTheLocalRealmHaveTheirSubjects() {
        String all = String.join("\n", rows(Samples.Files::registration));

        assertThat(all).contains("91340403MA8TETT918", "91340100TE5TB0001U", "91340100TE5TP0001Q", "11340400TE5T00001E",
                "11341300TE5T00001M", "11340400TE5T00002H");
    }

    @Test
    void aboutTwoInAHundredRowsAreDirty() {
        long wrong = rows(Samples.Files::penalties).stream().map(SamplesTests::cells)
                .filter(cells -> !cells.get(1).equals("自然人"))
                .filter(cells -> !UnifiedSocialCreditCode.isValid(cells.get(2)) || cells.get(13).isEmpty()
                        || cells.get(18).isEmpty() || cells.get(13).length() > 64
                        || !cells.get(22).matches("202\\d/\\d\\d/\\d\\d") || cells.get(1).equals("企业"))
                .count();

        assertThat(wrong / (double) rows(Samples.Files::penalties).size()).isBetween(0.005, 0.02);
    }

    @Test
    void personsNumbersAreValidAndOfPeopleWhoWouldBeOlderThanAnyoneIs() {
        List<String> numbers = rows(Samples.Files::penalties).stream().map(SamplesTests::cells)
                .filter(cells -> cells.get(1).equals("自然人")).map(cells -> cells.get(12)).toList();

        assertThat(numbers).isNotEmpty().allMatch(number -> number.startsWith("1900", 6));
        assertThat(Codes.citizen("340102", 1, 1)).hasSize(18);
    }

    @Test
    void aCodeIsBuiltAsTheStandardSays() {
        assertThat(UnifiedSocialCreditCode.isValid(Codes.uscc("91", "340403", "TE5T", 0))).isTrue();
        assertThat(UnifiedSocialCreditCode.isValid(Codes.uscc("93", "341322", "TE5D", 923_520))).isTrue();
    }

    private static List<String> rows(Function<Samples.Files, Table> which) {
        List<String> rows = new ArrayList<>();
        for (Samples.Files files : FILES) {
            rows.addAll(new String(which.apply(files).csv(), Table.CHARSET).lines().skip(1).toList());
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return List.of(line.substring(1, line.length() - 1).split("\",\"", -1));
    }
}
