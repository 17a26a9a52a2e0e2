package cn.publiccredit.subject.personal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.subject.fixture.RotationFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IdKeyGuardIT extends RotationFixture {

    @Autowired
    private PersonalSettings settings;

    @Test
    void aStoreWhoseIdsWereMadeWithAnotherKeyIsNotWorkedOn() {
        new IdKeyGuard(mongo, new KeyedHash(settings)).afterSingletonsInstantiated();
        PersonalSettings forgotten =
                new PersonalSettings(settings.fieldKey(), List.of(), settings.lookupKey(), List.of(), "");
        IdKeyGuard guard = new IdKeyGuard(mongo, new KeyedHash(forgotten));
        assertThatThrownBy(guard::afterSingletonsInstantiated).hasMessageContaining("CREDIT_ID_KEY");
    }
}
