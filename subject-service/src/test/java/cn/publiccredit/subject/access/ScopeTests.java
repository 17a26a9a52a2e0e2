package cn.publiccredit.subject.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.access.Scope.Sight;
import cn.publiccredit.subject.consent.Consent;
import cn.publiccredit.subject.personal.ItemPrivacy.Disclosure;
import cn.publiccredit.subject.record.Cause;
import cn.publiccredit.subject.record.Content;
import cn.publiccredit.subject.record.CreditRecord;
import cn.publiccredit.subject.record.RecordState;
import cn.publiccredit.subject.record.Severity;
import cn.publiccredit.subject.record.Source;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.record.Version;
import cn.publiccredit.support.identity.Division;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeTests {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

    private static CreditRecord record(String division, Disclosure disclosure, boolean shown, RecordState state) {
        Content content = new Content(1, "某公司", Map.of(), Severity.GENERAL, DAY, "1", null, null, null, null, shown,
                null, null, null, "h");
        Version version = new Version(1, content, state, AT, null, new Cause("b", 2, AT, null, "clerk", null));
        return new CreditRecord("r", "CF", "s", SubjectKind.ORGANISATION, new Source("org", "局", new Division(division)),
                disclosure, AT, version, List.of(), 0, List.of());
    }

    @Test
    void a_division_covers_the_counties_within_it_and_no_neighbour() {
        Scope huainan = new Scope.Supplied(new Division("340400"));
        assertThat(huainan.of(record("340402", Disclosure.PUBLIC, false, RecordState.ACTIVE), DAY)).isEqualTo(Sight.FULL);
        assertThat(huainan.of(record("341300", Disclosure.PUBLIC, false, RecordState.ACTIVE), DAY)).isEqualTo(Sight.NONE);
        assertThat(huainan.of(record("340000", Disclosure.PUBLIC, false, RecordState.ACTIVE), DAY)).isEqualTo(Sight.NONE);
        assertThat(huainan.of(record("341300", Disclosure.PUBLIC, true, RecordState.ACTIVE), DAY)).isEqualTo(Sight.PUBLIC);
    }

    @Test
    void a_withdrawn_record_is_shared_with_nobody_but_its_source() {
        CreditRecord withdrawn = record("340400", Disclosure.SHARED, false, RecordState.WITHDRAWN);
        assertThat(new Scope.Shared("other").of(withdrawn, DAY)).isEqualTo(Sight.NONE);
        assertThat(new Scope.Shared("org").of(withdrawn, DAY)).isEqualTo(Sight.FULL);
        assertThat(consented("CF").of(withdrawn, DAY)).isEqualTo(Sight.NONE);
    }

    @Test
    void a_consent_opens_its_items_and_nothing_else_that_is_not_public() {
        CreditRecord hidden = record("340400", Disclosure.CONSENT, false, RecordState.ACTIVE);
        assertThat(consented("CF").of(hidden, DAY)).isEqualTo(Sight.FULL);
        assertThat(consented("XK").of(hidden, DAY)).isEqualTo(Sight.NONE);
        CreditRecord open = record("340400", Disclosure.PUBLIC, true, RecordState.ACTIVE);
        assertThat(consented("CF").of(open, DAY)).isEqualTo(Sight.FULL);
        assertThat(consented("XK").of(open, DAY)).as("of what is public anyway, what anyone sees").isEqualTo(Sight.PUBLIC);
    }

    private static Scope consented(String item) {
        return new Scope.Consented(new Consent("c", "s", "g", "p", List.of(item), null, false, DAY, DAY, "a", AT, null, null, null, null, 1));
    }
}
