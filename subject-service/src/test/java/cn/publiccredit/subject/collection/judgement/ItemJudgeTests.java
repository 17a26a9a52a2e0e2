package cn.publiccredit.subject.collection.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowDefect;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.Operation;
import cn.publiccredit.subject.record.PublicityRule;
import cn.publiccredit.subject.record.Severity;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemJudgeTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final CatalogItem CF = Items.item("CF");
    private static final ItemJudge.Circumstances CIRCUMSTANCES =
            new ItemJudge.Circumstances(TODAY, Penalty.SOURCE, Set.of("340225"), false);

    @Test
    void aSoundRowBecomesARecordOfNormalValues() {
        IncomingRecord row = sound(Penalty.row());
        assertThat(row.subject().kind()).isEqualTo(SubjectKind.ORGANISATION);
        assertThat(row.subject().uscc()).isEqualTo("91340100MA2TETA14E");
        assertThat(row.subject().name()).isEqualTo("合肥样例食品有限公司");
        assertThat(row.documentDate()).isEqualTo("2026-05-06");
        assertThat(row.documentNumber()).isEqualTo("皖市监处罚〔2026〕1号");
        assertThat(row.validTo()).as("2099/12/31 means no end").isNull();
        assertThat(row.severity()).isEqualTo(Severity.GENERAL);
        assertThat(row.publicity().longestMonths()).isEqualTo(12);
        assertThat(row.data()).containsEntry("CF_JDRQ", "2026-05-06").containsEntry("CF_NR_FK", "0.5")
                .doesNotContainKey("BZ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CF_XDR_MC    | ''                   | required              | 不能为空",
        "CF_XDR_LB    | 公司                 | not-allowed           | 法人及非法人组织、自然人、个体工商户",
        "CF_XDR_SHXYM | 91340100MA2TETA14    | uscc-length           | 实为 17 位",
        "CF_XDR_SHXYM | 340322600146350      | uscc-length           | 旧工商注册号",
        "CF_XDR_SHXYM | 91340100MA2TETAO4E   | uscc-character        | “O”",
        "CF_XDR_SHXYM | 91340100MA2MQ0323N   | uscc-check-digit      | 校验位错误",
        "CF_CFJGDM    | 00000000000000000X   | uscc-placeholder      | 占位代码",
        "CF_XDR_SHXYM | ''                   | required-when         | 行政相对人类别",
        "CF_JDRQ      | 0026-05-06           | date-impossible       | 早于 1850 年",
        "CF_XDR_ZJLX  | 身份证               | empty-when            | 应为空白",
        "CF_NR_FK     | ''                   | required-when         | 包含“罚款”",
        "CF_NR_FK     | 0                    | decimal-minimum       | 应大于 0",
        "CF_NR_FK     | -1                   | decimal-minimum       | 不得小于 0",
        "CF_NR_FK     | 五千                 | decimal-format        | 单位：万元",
        "CF_NR_FK     | 1e3                  | decimal-format        | 不是数值",
        "CF_NR_FK     | 0.1234567            | decimal-scale         | 超过 6 位",
        "CF_JDRQ      | 昨天                 | date-format           | 2026/11/22",
        "CF_JDRQ      | 2026/02/30           | date-impossible       | 不是真实存在的日期",
        "CF_JDRQ      | 2026/11/23           | date-in-future        | 晚于今天",
        "CF_YXQ       | 2026/05/05           | date-order            | 早于处罚决定日期",
        "CF_CFLB      | 罚款；打手心         | not-allowed           | “打手心”",
        "CF_WFXW      | =cmd()               | formula               | 公式",
        "BZ           | @SUM(A1)             | formula               | 公式"
    })
    void eachRuleIsNamedWithFieldRuleAndRemedy(String column, String value, String rule, String words) {
        List<BrokenRule> broken = broken(Penalty.row().with(column, value));
        assertThat(broken).anySatisfy(one -> {
            assertThat(one.rule()).isEqualTo(rule);
            assertThat(one.column()).isEqualTo(column);
            assertThat(one.message()).contains(one.name(), column, words);
        });
    }

    @Test
    void whatAnotherColumnCallsForMustBeThere() {
        BrokenRule broken = broken(Penalty.row().with("CF_FR_ZJLX", "身份证")).getFirst();
        assertThat(broken.column()).isEqualTo("CF_FR_ZJHM");
        assertThat(broken.message()).contains("法定代表人证件类型已填写时必须填写");
    }

    @Test
    void aNoteThatMentionsAKindIsNotThatKind() {
        assertThat(sound(Penalty.row().with("CF_CFLB", "警告;其他-不予罚款").with("CF_NR_FK", "")).data())
                .doesNotContainKey("CF_NR_FK");
    }

    @Test
    void everyBrokenRuleOfARowIsNamed() {
        Penalty row = Penalty.row().with("CF_XDR_MC", "").with("CF_CFJGDM", "1").with("CF_JDRQ", "x")
                .with("CF_SY", "字".repeat(5001));
        assertThat(broken(row).stream().map(BrokenRule::rule))
                .containsExactlyInAnyOrder("required", "uscc-length", "date-format", "too-long");
    }

    @Test
    void noMessageRepeatsWhatMayBeAnIdOrPhoneNumber() {
        for (String number : List.of("340102199001011236", "34010219900101123x", "340102 19900101 1236", "13855501234",
                "３４０１０２１９９００１０１１２３６")) {
            assertThat(broken(Penalty.row().with("CF_JDRQ", number)).getFirst().message()).doesNotContain(number)
                    .contains("***");
        }
        assertThat(broken(Penalty.row().with("CF_JDRQ", "2026年13月1日")).getFirst().message()).contains("2026年13月1日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"合肥\uE5E5食品", "合肥\uDB80\uDC00食品", "合肥\u0378食品"})
    void charactersThatNobodyElseCanReadAreRefused(String name) {
        assertThat(broken(Penalty.row().with("CF_XDR_MC", name)).getFirst().rule()).isEqualTo("control-character");
        assertThat(sound(Penalty.row().with("CF_XDR_MC", "合肥㐂𠮷·（样例）食品")).subject().name()).contains("𠮷");
    }

    @Test
    void theCheckDigitMessageNamesTheRightOne() {
        assertThat(broken(Penalty.row().with("CF_XDR_SHXYM", "91340100MA2TETA140")).getFirst().message())
                .startsWith("行政相对人代码_1(统一社会信用代码)（CF_XDR_SHXYM）校验位错误").contains("应以 E 结尾");
    }

    @ParameterizedTest
    @ValueSource(strings = {"91340000148941384F", "91340000148941325J", "91340100MA2MQ00585", "91341300719922946K",
        "91340200719930591W", "91340100744887484H", "91340100MA2MQ0323N", "91340200756838022G", "91340100MA2MQ03D3B",
        "91340100MA2MQ02Q3M", "91340100MA2MQ02X67"})
    void theFailingCodesOfTheRealRegisterFailByTheirCheckDigit(String code) {
        assertThat(broken(Penalty.row().with("CF_XDR_SHXYM", code)).stream().map(BrokenRule::rule))
                .containsExactly("uscc-check-digit");
    }

    @ParameterizedTest
    @CsvSource({"2026/5/6", "2026-05-06", "2026.05.06", "20260506", "2026年5月6日", "2026-05-06 00:00:00", "２０２６/０５/０６"})
    void datesInAllUsualSpellingsAreOneDate(String text) {
        assertThat(sound(Penalty.row().with("CF_JDRQ", text)).data()).containsEntry("CF_JDRQ", "2026-05-06");
    }

    @ParameterizedTest
    @CsvSource({"0.500000,0.5", "10,10", "'1,234.5',1234.5", "１２,12", "+3,3", "100,100"})
    void amountsHaveOneSpelling(String text, String normal) {
        assertThat(sound(Penalty.row().with("CF_NR_FK", text)).data()).containsEntry("CF_NR_FK", normal);
    }

    @Test
    void blanksWidthAndCaseOfCodesArePutRightAndRemarked() {
        Judgement judgement = judge(Penalty.row().with("CF_XDR_SHXYM", " ９1340100ma2teta14e　").with("BZ", "N/A"));
        assertThat(judgement).isInstanceOfSatisfying(Judgement.Sound.class, s -> {
            assertThat(s.row().subject().uscc()).isEqualTo("91340100MA2TETA14E");
            assertThat(s.row().data()).doesNotContainKey("BZ");
            assertThat(s.remarks()).containsExactlyInAnyOrder(Remark.FULL_WIDTH, Remark.LOWER_CASE, Remark.EMPTY_WORD);
        });
    }

    @ParameterizedTest
    @CsvSource({"46148,2026-05-06,DATE_SERIAL", "2026-05-06 13:20:05,2026-05-06,TIME_DROPPED",
        "2026/5/6 9:00,2026-05-06,TIME_DROPPED"})
    void datesThatASpreadsheetLeftBehindArePutRightAndRemarked(String text, String day, Remark remark) {
        Judgement.Sound sound = (Judgement.Sound) judge(Penalty.row().with("CF_JDRQ", text));
        assertThat(sound.row().data()).containsEntry("CF_JDRQ", day);
        assertThat(sound.notices()).containsExactly(new Notice("CF_JDRQ", "处罚决定日期", remark));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20265", "99999", "5"})
    void otherShortNumbersAreNoDates(String text) {
        assertThat(broken(Penalty.row().with("CF_JDRQ", text)).getFirst().rule()).isEqualTo("date-format");
    }

    @Test
    void blanksWithinACodeAreTakenOutAndRemarked() {
        Judgement.Sound sound = (Judgement.Sound) judge(Penalty.row().with("CF_XDR_SHXYM", "9134 0100　MA2TETA14E"));
        assertThat(sound.row().subject().uscc()).isEqualTo("91340100MA2TETA14E");
        assertThat(sound.remarks()).containsExactly(Remark.BLANKS);
    }

    @ParameterizedTest
    @CsvSource({
        "CF_XDR_GSZC, ３４０１００６００１２３４５６, 340100600123456, FULL_WIDTH",
        "CF_XDR_GSZC, 3401 0060 0123 456, 340100600123456, BLANKS",
        "CF_XDR_ZZJG, 71177114-3, 711771143, HYPHEN",
        "CF_XDR_ZZJG, 71177114－3, 711771143, FULL_WIDTH HYPHEN",
        "CF_XDR_ZZJG, ma2teta1-x, MA2TETA1X, LOWER_CASE HYPHEN",
        "CF_XDR_SWDJ, ３４０１０２７１１７７１１４３, 340102711771143, FULL_WIDTH",
        "CF_XDR_SYDW, 134 0000 00123, 134000000123, BLANKS",
    })
    void numbersThatAnOfficeGaveOutHaveOneForm(String column, String written, String kept, String remarks) {
        Set<Remark> expected = Arrays.stream(remarks.split(" ")).map(Remark::valueOf).collect(Collectors.toSet());
        assertThat(judge(Penalty.row().with(column, written))).isInstanceOfSatisfying(Judgement.Sound.class, sound -> {
            assertThat(sound.row().data()).containsEntry(column, kept);
            assertThat(sound.remarks()).isEqualTo(expected);
        });
    }

    @Test
    void aHyphenStaysWhereItIsPartOfTheNumber() {
        assertThat(sound(Penalty.row().with("CF_XDR_GSZC", "14890000-1")).data()).containsEntry("CF_XDR_GSZC", "14890000-1");
        assertThat(broken(Penalty.row().with("CF_XDR_ZZJG", "7117711-43")).stream().map(BrokenRule::rule)).containsExactly("too-long");
    }

    @Test
    void aCodeWithAWrongOrganisationCodeWithinIsRemarkedAndAccepted() {
        Judgement.Sound sound = (Judgement.Sound) judge(Penalty.row().with("CF_XDR_SHXYM", codeOf("91340100MA2TETA15")));
        assertThat(sound.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.column()).isEqualTo("CF_XDR_SHXYM");
            assertThat(notice.remark()).isEqualTo(Remark.ORGANISATION_CODE);
        });
    }

    @Test
    void aCodeOfAWithdrawnDivisionIsRemarkedAndAccepted() {
        assertThat(((Judgement.Sound) judge(Penalty.row().with("CF_XDR_SHXYM", codeOf("91340225MA2TETA14")))).remarks())
                .containsExactly(Remark.WITHDRAWN_DIVISION);
    }

    private static String codeOf(String beginning) {
        return beginning + UnifiedSocialCreditCode.checkCharacter(beginning + "0");
    }

    @Test
    void cellsThatTheirFileShowsToBeWrongAreRejectedByName() {
        Map<CellFlaw, String> rules = Map.of(CellFlaw.FORMULA, "formula", CellFlaw.LOST_DIGITS, "lost-digits",
                CellFlaw.ERROR, "cell-error", CellFlaw.NESTED, "nested", CellFlaw.NO_DAY, "date-impossible");
        assertThat(rules).containsOnlyKeys(CellFlaw.values());
        rules.forEach((flaw, rule) -> {
            int place = Penalty.codes().indexOf("CF_NR");
            Judgement judgement = new ItemJudge(CF, header(Penalty.codes(), CF), CIRCUMSTANCES)
                    .judge(new Row(2, Penalty.row().cells(), null, Map.of(place, flaw)));
            BrokenRule broken = ((Judgement.Broken) judgement).rules().getFirst();
            assertThat(broken.rule()).isEqualTo(rule);
            assertThat(broken.column()).isEqualTo("CF_NR");
            assertThat(broken.message()).startsWith("处罚内容（CF_NR）");
            assertThat(broken.english()).startsWith("处罚内容 (CF_NR) ");
        });
    }

    @Test
    void aWithdrawalIsHeldToItsKeyAndReasonOnly() {
        Penalty row = Penalty.row().with("CF_SY", "").with("CF_NR_FK", "五千");
        Judgement.Sound sound = (Judgement.Sound) judge(row, "撤销", "复议决定撤销原处罚决定");
        assertThat(sound.row().operation()).isEqualTo(Operation.WITHDRAW);
        assertThat(sound.row().reason()).isEqualTo("复议决定撤销原处罚决定");
        assertThat(sound.row().naturalKey()).isEqualTo(sound(Penalty.row()).naturalKey());
        assertThat(((Judgement.Broken) judge(row, "撤销", " ")).rules()).extracting(BrokenRule::rule)
                .containsExactly("operation-reason");
        assertThat(((Judgement.Broken) judge(row.with("CF_WSH", "").with("CF_JDRQ", "x"), "撤销", "错报")).rules())
                .extracting(BrokenRule::rule).containsExactlyInAnyOrder("required", "date-format");
        assertThat(((Judgement.Broken) judge(Penalty.row(), "删除", "")).rules()).extracting(BrokenRule::rule)
                .containsExactly("operation");
        assertThat(((Judgement.Sound) judge(Penalty.row(), " CHANGE ", "")).row().operation())
                .isEqualTo(Operation.CHANGE);
    }

    @Test
    void inAFileOfWithdrawalsRowsThatDoNotWithdrawAreToldWhichColumnsTheyLack() {
        List<String> titles = List.of("CF_WSH", "CF_XDR_SHXYM", "CF_JDRQ", "CF_CFJGDM", "操作类型", "操作原因");
        ItemJudge judge = new ItemJudge(CF, header(titles, CF), CIRCUMSTANCES);
        List<String> key = List.of("皖市监处罚〔2026〕1号", "91340100MA2TETA14E", "2026/05/06", Penalty.SOURCE);
        Judgement withdrawal = judge.judge(row(key, "撤销", "错报"));
        assertThat(((Judgement.Sound) withdrawal).row().naturalKey()).isEqualTo(sound(Penalty.row()).naturalKey());
        for (String other : List.of("", "新增", "变更")) {
            assertThat(((Judgement.Broken) judge.judge(row(key, other, ""))).rules())
                    .filteredOn(rule -> rule.rule().equals("required")).extracting(BrokenRule::column)
                    .contains("CF_XDR_MC", "CF_SY", "CF_CFLB").doesNotContain("CF_WSH").doesNotHaveDuplicates();
        }
        assertThat(((Judgement.Broken) judge.judge(row(key, "变更", ""))).rules().getFirst().message()).contains("文件中没有这一列");
    }

    private static Row row(List<String> key, String operation, String reason) {
        List<String> cells = new ArrayList<>(key);
        cells.addAll(List.of(operation, reason));
        return new Row(2, cells, null);
    }

    @Test
    void anOrganisationIsKnownByItsCodeAndAPersonByTheIdNumberWhateverTheirNames() {
        Penalty renamed = Penalty.row().with("CF_XDR_MC", "合肥更名食品有限公司");
        assertThat(sound(renamed).naturalKey()).isEqualTo(sound(Penalty.row()).naturalKey());
        assertThat(sound(Penalty.row().with("CF_XDR_SHXYM", Codes.next("340100"))).naturalKey())
                .isNotEqualTo(sound(Penalty.row()).naturalKey());
        assertThat(sound(Penalty.ofPerson().with("CF_XDR_MC", "李更名")).naturalKey())
                .isEqualTo(sound(Penalty.ofPerson()).naturalKey());
        assertThat(sound(Penalty.ofPerson().with("CF_XDR_ZJLX", "护照号").with("CF_XDR_ZJHM", "E00000001")).naturalKey())
                .as("two of one name in one document").isNotEqualTo(sound(Penalty.ofPerson()).naturalKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"皖市监处罚〔2026〕１号", "皖市监处罚[2026]1号", "皖市监处罚［２０２６］1号", "皖市监处罚（2026）1号", "皖市监处罚(2026)1号",
        "皖市监处罚【2026】1号", "皖市监处罚﹝2026﹞1号", "皖市监处罚 〔2026〕 1 号", "皖市监处罚〔2026〕　1\u00A0号", "皖市监处罚〔2026)1\u200B号"})
    void aDocumentIsTheSameHoweverItsNumberIsWrittenAndIsShownAsItWas(String written) {
        IncomingRecord row = sound(Penalty.row().with("CF_WSH", written));
        assertThat(row.naturalKey()).isEqualTo(sound(Penalty.row()).naturalKey());
        assertThat(row.documentNumber()).isEqualTo(written);
        assertThat(row.data()).containsEntry("CF_WSH", written);
    }

    @Test
    void otherDocumentsKeepApartAndWhoeverHasNeitherCodeNorNumberIsKnownByTheNameHoweverItIsWritten() {
        for (String other : List.of("皖市监处罚〔2026〕11号", "皖市监处罚〔2025〕1号", "皖市监处罚20261号", "皖市监处罚〔2026〕1-1号", "皖市监罚〔2026〕1号")) {
            assertThat(sound(Penalty.row().with("CF_WSH", other)).naturalKey()).as(other)
                    .isNotEqualTo(sound(Penalty.row()).naturalKey());
        }
        Penalty without = Penalty.row().with("CF_XDR_SHXYM", "00000000000000000X").with("CF_XDR_GSZC", "340100000000001")
                .with("CF_XDR_MC", "合肥（虚构）样例店");
        assertThat(sound(without.with("CF_XDR_MC", "合肥(虚构) 样例店")).naturalKey()).isEqualTo(sound(without).naturalKey());
        assertThat(sound(without.with("CF_XDR_MC", "合肥样例店")).naturalKey()).isNotEqualTo(sound(without).naturalKey());
    }

    @Test
    void aWithdrawalNamesAnOrganisationByItsCodeAndAPersonByTheIdNumber() {
        Judgement nameless = judge(Penalty.row().with("CF_XDR_MC", "").with("CF_XDR_LB", ""), "撤销", "错报");
        assertThat(((Judgement.Sound) nameless).row().naturalKey()).isEqualTo(sound(Penalty.row()).naturalKey());
        Judgement person = judge(Penalty.ofPerson().with("CF_XDR_MC", ""), "撤销", "错报");
        assertThat(((Judgement.Sound) person).row().naturalKey()).isEqualTo(sound(Penalty.ofPerson()).naturalKey());
        Judgement nobody = judge(Penalty.ofPerson().with("CF_XDR_ZJHM", ""), "撤销", "错报");
        assertThat(((Judgement.Broken) nobody).rules()).singleElement().satisfies(rule -> {
            assertThat(rule.column()).isEqualTo("CF_XDR_ZJHM");
            assertThat(rule.message()).contains("撤销记录", "证件号码");
        });
    }

    private static Judgement judge(Penalty row, String operation, String reason) {
        List<String> titles = new ArrayList<>(Penalty.codes());
        titles.addAll(List.of("操作类型", "操作原因"));
        List<String> cells = new ArrayList<>(row.cells());
        cells.addAll(List.of(operation, reason));
        return new ItemJudge(CF, header(titles, CF), CIRCUMSTANCES).judge(new Row(2, cells, null));
    }

    @Test
    void inEnglishARuleTellsWhatItsColumnAllowsAndWhatWasThere() {
        assertThat(english(Penalty.row().with("CF_XDR_LB", "公司"))).contains("行政相对人类别 (CF_XDR_LB) has the value \"公司\"; "
                + "allowed are: 法人及非法人组织, 自然人, 个体工商户");
        assertThat(english(Penalty.row().with("CF_WSH", "号".repeat(200)))).contains("characters at most and has 200;");
        assertThat(english(Penalty.row().with("CF_NR_FK", "0.1234567"))).contains("may have 6 decimal places at most", "万元");
        assertThat(english(Penalty.row().with("CF_NR_FK", "五千"))).contains("is no number: \"五千\"; write digits only in 万元");
        assertThat(english(Penalty.row().with("CF_NR_FK", "-1"))).contains("may not be smaller than 0;");
        assertThat(english(Penalty.row().with("CF_NR_FK", ""))).contains("must not be blank where 处罚类别 (CF_CFLB) contains 罚款;");
        assertThat(english(Penalty.row().with("CF_JDRQ", "2026-02-30"))).contains("does not exist: \"2026-02-30\"");
        assertThat(english(Penalty.row().with("CF_JDRQ", "2099/01/01"))).contains("lies in the future: 2099-01-01, today being ");
        assertThat(english(Penalty.row().with("CF_YXQ", "2020/01/01"))).contains("(2020-01-01) is earlier than 处罚决定日期");
        assertThat(english(Penalty.row().with("CF_XDR_SHXYM", "91340100MA2TETA140"))).contains("it ends with E, not 0;");
        assertThat(english(Penalty.row().with("CF_XDR_SHXYM", "340100123456789"))).contains("has 15 (perhaps an old registration number)");
    }

    private static String english(Penalty row) {
        return ((Judgement.Broken) judge(row)).rules().stream().map(BrokenRule::english).collect(Collectors.joining("\n"));
    }

    @Test
    void everyRuleSaysInEnglishWhatToDo() {
        for (Rule rule : Rule.values()) {
            assertThat(rule.en()).as(rule.id()).hasSizeGreaterThan(15);
            assertThat(Rule.ofId(rule.id())).contains(rule);
        }
    }

    @Test
    void aSourceOtherThanTheUploaderIsRemarkedAndAccepted() {
        assertThat(judge(Penalty.row().with("CF_SJLYDM", "91340000711771143J")))
                .isInstanceOfSatisfying(Judgement.Sound.class, s -> assertThat(s.remarks())
                .containsExactly(Remark.OTHER_SOURCE));
    }

    @Test
    void anIdNumberInTheTextIsRemarkedAndAccepted() {
        assertThat(judge(Penalty.row().with("CF_SY", "法定代表人张样例（身份证号340102199001011236）拒不改正")))
                .isInstanceOfSatisfying(Judgement.Sound.class, sound -> {
            assertThat(sound.notices()).containsExactly(new Notice("CF_SY", "违法事实", Remark.PERSONAL_NUMBER));
            assertThat(sound.row().data().get("CF_SY")).as("kept as it came").contains("340102199001011236");
        });
    }

    @Test
    void aBusinessWithoutCodeNeedsItsRegistrationNumber() {
        Penalty business = Penalty.row().with("CF_XDR_LB", "个体工商户").with("CF_XDR_SHXYM", "00000000000000000X");
        assertThat(broken(business).stream().map(BrokenRule::rule)).containsExactly("required-when");
        IncomingRecord row = sound(business.with("CF_XDR_GSZC", "340100600123456"));
        assertThat(row.subject().uscc()).isNull();
        assertThat(row.subject().registrationNumber()).isEqualTo("340100600123456");
        assertThat(row.subject().kind()).isEqualTo(SubjectKind.INDIVIDUAL_BUSINESS);
    }

    @Test
    void aGovernmentBodyIsKnownByItsCodeThoughTheStandardsListHasNoWordForIt() {
        assertThat(sound(Penalty.row().with("CF_XDR_SHXYM", Codes.of("11340400", 4711))).subject().kind())
                .isEqualTo(SubjectKind.GOVERNMENT_BODY);
        assertThat(sound(Penalty.row().with("CF_XDR_SHXYM", Codes.of("12340400", 4711))).subject().kind())
                .as("an institution").isEqualTo(SubjectKind.ORGANISATION);
        assertThat(SubjectKind.ofCode(null)).isEqualTo(SubjectKind.ORGANISATION);
    }

    @Test
    void aKindOfDocumentMayBeWrittenAsItsCode() {
        assertThat(judge(Penalty.ofPerson().with("CF_XDR_ZJLX", "01"))).isInstanceOfSatisfying(Judgement.Sound.class, sound -> {
            assertThat(sound.remarks()).containsExactly(Remark.SPELLING);
            assertThat(sound.row().data()).containsEntry("CF_XDR_ZJLX", "身份证");
        });
        assertThat(broken(Penalty.ofPerson().with("CF_XDR_ZJLX", "09")).stream().map(BrokenRule::rule)).containsExactly("not-allowed");
    }

    @Test
    void aPersonIsKnownByItsDocument() {
        IncomingRecord row = sound(Penalty.ofPerson());
        assertThat(row.subject().kind()).isEqualTo(SubjectKind.PERSON);
        assertThat(row.subject().uscc()).isNull();
        assertThat(row.subject().personIdNumber()).isEqualTo("340102199001011236");
    }

    @ParameterizedTest
    @CsvSource({"34010219900101123,id-number-length", "34010219900101A236,id-number-character",
        "340102199013011236,id-number-birth-date", "340102199001011237,id-number-check-digit"})
    void identityNumbersAreCheckedAndNeverRepeated(String number, String rule) {
        List<BrokenRule> broken = broken(Penalty.ofPerson().with("CF_XDR_ZJHM", number));
        assertThat(broken.stream().map(BrokenRule::rule)).containsExactly(rule);
        assertThat(broken.getFirst().message()).doesNotContain(number);
    }

    @Test
    void otherDocumentsAreNotHeldToTheRulesOfIdentityCards() {
        assertThat(sound(Penalty.ofPerson().with("CF_XDR_ZJLX", "护照号").with("CF_XDR_ZJHM", "E12345678")).subject()
                .personIdNumber())
                .isEqualTo("E12345678");
    }

    @ParameterizedTest
    @CsvSource({"吊销许可证件;罚款,0.5,SERIOUS", "警告,0.5,MINOR", "警告；通报批评,0.5,MINOR", "警告;罚款,0.5,GENERAL", "罚款,0.05,MINOR",
        "警告;罚款,0.05,MINOR", "通报批评、警告、罚款,0.099999,MINOR", "警告;罚款,0.1,GENERAL", "没收违法所得;罚款,0.05,GENERAL",
        "罚款,0.1,GENERAL", "罚款,5,GENERAL", "罚款,99.999999,GENERAL", "罚款,100,SERIOUS", "警告;罚款,1000,SERIOUS",
        "其他-责令改正、限期整改,0.5,GENERAL"})
    void rowsAreGradedByTheFirstRuleThatFits(String kinds, String fine, Severity severity) {
        Penalty row = Penalty.row().with("CF_CFLB", kinds).with("CF_NR_FK", fine).with("CF_NR_ZKDX", "许可证一")
                .with("CF_NR_WFFF", "0.1");
        assertThat(sound(row).severity()).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({"罚款,0.5,简易程序,MINOR", "警告;罚款,0.3,简易程序,MINOR", "罚款,0.5,普通程序,GENERAL", "罚款,0.5,一般程序,GENERAL",
        "警告,0.5,普通程序,MINOR", "罚款,0.5,'',GENERAL",
        "吊销许可证件,0.5,简易程序,SERIOUS", "罚款,100,简易程序,SERIOUS", "罚款,5,简易程序,GENERAL", "没收违法所得,0.5,简易程序,GENERAL"})
    void summaryProcedureIsMinorUnlessWhatWasDecidedIsBeyondIt(String kinds, String fine, String procedure, Severity severity) {
        Penalty row = Penalty.row().with("CF_CFLB", kinds).with("CF_NR_FK", fine).with("CF_NR_ZKDX", "许可证一")
                .with("CF_NR_WFFF", "0.1").with("CF_CXLX", procedure);
        assertThat(sound(row).severity()).isEqualTo(severity);
    }

    @Test
    void whatWasDecidedInSummaryProcedureIsNotForThePublicAndCanBeRepairedAtOnce() {
        PublicityRule publicity = sound(Penalty.row().with("CF_CXLX", "简易程序")).publicity();
        assertThat(publicity.shown()).isFalse();
        assertThat(publicity.shortestMonths()).isZero();
        assertThat(publicity.longestMonths()).isEqualTo(3);
    }

    @Test
    void theDepartmentsOwnGradeStandsAboveTheProcedure() {
        assertThat(sound(Penalty.row().with("CF_CXLX", "简易程序").with("CF_SXCD", "一般").with("CF_SXCDLY", "屡罚不改")).severity())
                .isEqualTo(Severity.GENERAL);
    }

    @ParameterizedTest
    @CsvSource({"轻微,MINOR", "一般,GENERAL", "严重,SERIOUS", "'',GENERAL"})
    void aDepartmentMayGradeARecordItself(String grade, Severity severity) {
        Penalty row = Penalty.row().with("CF_SXCD", grade).with("CF_SXCDLY", grade.isEmpty() ? "" : "主动消除危害后果");
        assertThat(sound(row).severity()).isEqualTo(severity);
    }

    @Test
    void aGradeOfTheDepartmentsOwnNeedsItsReason() {
        List<BrokenRule> broken = broken(Penalty.row().with("CF_SXCD", "轻微"));
        assertThat(broken).singleElement().satisfies(rule -> {
            assertThat(rule.column()).isEqualTo("CF_SXCDLY");
            assertThat(rule.rule()).isEqualTo("required-when");
        });
    }

    @Test
    void whatHasEndedIsPublicUntilTheDayBefore() {
        assertThat(listed("2026/05/20", "").publicUntil()).isEqualTo("2026-05-20");
        assertThat(listed("", "2026/05/08").publicUntil()).isEqualTo("2026-05-07");
        assertThat(listed("2026/05/20", "2026/05/08").publicUntil()).isEqualTo("2026-05-07");
        assertThat(listed("2026/05/05", "2026/05/08").publicUntil()).isEqualTo("2026-05-05");
        assertThat(listed("", "").publicUntil()).isNull();
    }

    @Test
    void aDebtorWhoHasPaidOrWhoseTermIsOverIsPublicNoMore() {
        assertThat(debtor("2026/05/20", "").publicUntil()).isEqualTo("2026-05-20");
        assertThat(debtor("2028/05/01", "2026/05/08").publicUntil()).isEqualTo("2026-05-07");
        assertThat(debtor("", "").publicUntil()).isNull();
    }

    private static IncomingRecord debtor(String until, String deleted) {
        return sound(Items.item("SX"), Map.of("SX_XDR_LB", "法人及非法人组织", "SX_XDR_SHXYM", "91340100MA2TETA14E",
                "SX_RDRQ", "2026/05/01", "SX_LARQ", "2026/04/01", "SX_RDJGDM", Penalty.SOURCE, "SX_LYDWDM", Penalty.SOURCE,
                "SX_QX", until, "SX_PBRQ", deleted));
    }

    private static IncomingRecord listed(String until, String ended) {
        return sound(Items.item("SXAQ"), Map.of("SXAQ_XDR_LB", "法人及非法人组织", "SXAQ_XDR_SHXYM", "91340100MA2TETA14E",
                "SXAQ_RDRQ", "2026/05/01", "SXAQ_RDJGDM", Penalty.SOURCE, "SXAQ_LYDWDM", Penalty.SOURCE,
                "SXAQ_QX", until, "SXAQ_YCRQ", ended));
    }

    /** A row with these values, and a sample in every other column that must be filled in. */
    private static IncomingRecord sound(CatalogItem item, Map<String, String> values) {
        Map<String, String> cells = new LinkedHashMap<>();
        item.columns().stream().filter(Column::isAlwaysRequired).forEach(column -> cells.put(column.code(), "样例"));
        cells.putAll(values);
        ItemJudge judge = new ItemJudge(item, header(List.copyOf(cells.keySet()), item), CIRCUMSTANCES);
        Judgement judgement = judge.judge(new Row(2, List.copyOf(cells.values()), null));
        assertThat(judgement).isInstanceOf(Judgement.Sound.class);
        return ((Judgement.Sound) judgement).row();
    }

    @Test
    void severalValuesAreJoinedInOneWay() {
        assertThat(sound(Penalty.row().with("CF_CFLB", "警告、 罚款；")).data()).containsEntry("CF_CFLB", "警告;罚款");
    }

    @Test
    void rareCharactersCountAsOne() {
        assertThat(sound(Penalty.row().with("CF_FRDB", "𠮷".repeat(50))).data())
                .containsEntry("CF_FRDB", "𠮷".repeat(50));
        assertThat(broken(Penalty.row().with("CF_FRDB", "𠮷".repeat(51))).getFirst().rule()).isEqualTo("too-long");
    }

    @Test
    void controlCharactersAreRejected() {
        assertThat(broken(Penalty.row().with("CF_SY", "事\u0001实")).getFirst().rule()).isEqualTo("control-character");
    }

    @Test
    void raggedAndBrokenRowsAreRejectedAsAWhole() {
        List<String> cells = Penalty.row().cells();
        List<String> longer = new ArrayList<>(cells);
        longer.add("多");
        assertThat(brokenRow(new Row(2, cells.subList(0, 5), null)).rule()).isEqualTo("cell-count");
        assertThat(brokenRow(new Row(2, longer, null)).rule()).isEqualTo("cell-count");
        for (RowDefect defect : RowDefect.values()) {
            assertThat(brokenRow(new Row(2, cells, defect)).message()).contains("请");
        }
    }

    @Test
    void theRegisterBringsWhatIsRegistered() {
        CatalogItem dj = Items.item("DJ");
        List<String> titles = List.of("企业名称", "统一社会信用代码", "注册日期", "企业类型", "注册资金", "经营范围", "所在省份", "地区", "注册地址");
        ItemJudge judge = new ItemJudge(dj, header(titles, dj), CIRCUMSTANCES);
        Judgement judgement = judge.judge(new Row(2, List.of("合肥样例商贸有限公司", "91340100MA2TETA14E", "2011-03-10", "N/A",
                "100(万元)", "服装", "安徽", "合肥", "样例路1号"), null));
        assertThat(judgement).isInstanceOfSatisfying(Judgement.Sound.class, s -> {
            assertThat(s.row().subject().registered()).isNotNull().satisfies(registered -> {
                assertThat(registered.date()).isEqualTo("2011-03-10");
                assertThat(registered.capital()).isEqualTo("100(万元)");
                assertThat(registered.type()).isNull();
            });
            assertThat(s.row().severity()).isEqualTo(Severity.NONE);
        });
    }

    private static IncomingRecord sound(Penalty row) {
        return switch (judge(row)) {
            case Judgement.Sound sound -> sound.row();
            case Judgement.Broken(var rules) -> throw new AssertionError(rules.toString());
        };
    }

    private static List<BrokenRule> broken(Penalty row) {
        return switch (judge(row)) {
            case Judgement.Sound sound -> throw new AssertionError(sound.row().toString());
            case Judgement.Broken(var rules) -> rules;
        };
    }

    private static BrokenRule brokenRow(Row row) {
        ItemJudge judge = new ItemJudge(CF, header(Penalty.codes(), CF), CIRCUMSTANCES);
        return ((Judgement.Broken) judge.judge(row)).rules().getFirst();
    }

    private static Judgement judge(Penalty row) {
        return new ItemJudge(CF, header(Penalty.codes(), CF), CIRCUMSTANCES).judge(new Row(2, row.cells(),
                null));
    }

    private static Header header(List<String> titles, CatalogItem item) {
        return ((Header.Match.Matched) Header.match(titles, item)).header();
    }
}
