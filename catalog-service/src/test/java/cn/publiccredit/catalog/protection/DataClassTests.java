package cn.publiccredit.catalog.protection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataClassTests {

    @ParameterizedTest
    @CsvSource({
        "宗教信仰,RELIGION", "religion,RELIGION", "RELIGIOUS_BELIEF,RELIGION", "基 因,GENES", "geneTest,GENES", "DNA,GENES",
        "subjectDNACode,GENES", "指纹,BIOMETRICS", "fingerprint,BIOMETRICS", "Finger-Print,BIOMETRICS", "biometricData,BIOMETRICS",
        "血型,BLOOD_TYPE", "blood type,BLOOD_TYPE", "BLOOD_GROUP,BLOOD_TYPE", "病史,DISEASE", "Infectious disease,DISEASE",
        "medicalHistory,DISEASE", "ｈｅａｌｔｈ　ｓｔａｔｕｓ,DISEASE", "网络行为,ONLINE_BEHAVIOUR",
        "browsing_history,ONLINE_BEHAVIOUR"})
    void namesGiveForbiddenDataAwayInBothLanguages(String name, DataClass told) {
        assertThat(DataClass.toldBy(name)).contains(told);
        assertThat(told.article()).contains("第");
    }

    @ParameterizedTest
    @ValueSource(strings = {"General administration", "standardName", "Generation of power", "Medical device licence",
        "irises", "经营范围", "残疾儿童康复救助定点机构严重失信名单", "prefaced", "Bloodhound"})
    void wordsThatOnlyLookAlikeAreLetThrough(String name) {
        assertThat(DataClass.toldBy(name)).isEmpty();
    }
}
