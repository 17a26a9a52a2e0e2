package cn.publiccredit.subject.subjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.support.identity.Division;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubjectsTests {

    private final SubjectStore store = mock(SubjectStore.class);
    private final Subjects subjects = new Subjects(store, mock(Identity.class));

    private static Subject subject(String id, @Nullable String mergedInto, String... absorbed) {
        List<Absorbed> others = List.of(absorbed).stream().map(a -> new Absorbed(a, List.of(), Set.of(), Set.of())).toList();
        return new Subject(id, SubjectKind.ORGANISATION, id, "某公司", null, Subject.Status.STUB, null, null, null, List.of(),
                Set.of(), Set.of(), null, null, null, new Unity(mergedInto, others, null), 1);
    }

    private void reading(Set<String> ids, Subject... found) {
        when(store.findAll(ids)).thenReturn(List.of(found).stream()
                .collect(Collectors.toMap(Subject::id, s -> s)));
    }

    @Test
    void aMergerThatIsUndoneBetweenTwoReadsIsReadAgain() {
        when(store.find("old")).thenReturn(Optional.of(subject("old", "now")));
        reading(Set.of("now"), subject("now", null));
        reading(Set.of("old"), subject("old", null));
        assertThat(subjects.identity("old")).containsExactly("old");
    }

    @Test
    void aChainLeadsToTheLastWhichKnowsThemAll() {
        reading(Set.of("a", "c", "x"), subject("a", "b"), subject("c", null, "b", "a"));
        reading(Set.of("b"), subject("b", "c", "a"));
        reading(Set.of("c"), subject("c", null, "b", "a"));
        assertThat(subjects.identities(Set.of("a", "c", "x"))).isEqualTo(Map.of(
                "a", Set.of("c", "b", "a"), "c", Set.of("c", "b", "a"), "x", Set.of("x")));
    }

    private static String home(@Nullable String own, String... known) {
        Subject subject = new Subject("x", SubjectKind.ORGANISATION, "x", "某公司", own == null ? null : new Division(own),
                Subject.Status.STUB, null, null, null, List.of(), Set.of(known), Set.of(), null, null, null, Unity.ALONE, 1);
        return subject.home().map(Division::code).orElse("");
    }

    @Test
    void aSubjectIsListedFirstWhereItIsRegisteredOrWithACityOfThePlatformThatKnowsIt() {
        assertThat(home("340422", "340422")).isEqualTo("340422");
        assertThat(home("340422", "340422", "340100", "340000")).isEqualTo("340422");
        assertThat(home("340422", "340422", "340000")).isEqualTo("340422");
        assertThat(home("340000", "340000", "340100", "340400")).isEqualTo("340100");
        assertThat(home("340000", "340000")).isEqualTo("340000");
        assertThat(home("330100", "330100", "340000", "340400")).isEqualTo("340400");
        assertThat(home("330000", "330000", "340400")).isEqualTo("340400");
        assertThat(home(null, "340400")).isEqualTo("340400");
        assertThat(home(null)).isEmpty();
    }
}
