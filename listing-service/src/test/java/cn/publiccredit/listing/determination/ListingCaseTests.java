package cn.publiccredit.listing.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.listing.ListingProblem;
import cn.publiccredit.listing.determination.CaseState.Action;
import cn.publiccredit.listing.rulebook.ListKind;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ListingCaseTests {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Person CLERK = new Person("1", "clerk");
    private static final Person CHIEF = new Person("2", "chief");
    private static final Person APPROVER = new Person("3", "approver");
    private static final JudgedBy RULES =
            new JudgedBy("l", "名单", ListKind.BLACK, 1, "a", "b", 36, 5, List.of("M01"));

    /** What the domain allows; everything else must be refused. */
    private static final Map<CaseState, Set<Action>> LEGAL = Map.of(
            CaseState.PROPOSED, Set.of(Action.NOTIFY, Action.REJECT),
            CaseState.NOTIFIED, Set.of(Action.STATE, Action.DETERMINE, Action.REJECT),
            CaseState.HEARD, Set.of(Action.STATE, Action.DETERMINE, Action.REJECT),
            CaseState.DETERMINED, Set.of(Action.APPROVE, Action.REJECT),
            CaseState.APPROVED, Set.of(),
            CaseState.PUBLISHED, Set.of(),
            CaseState.EXITED, Set.of(),
            CaseState.REJECTED, Set.of());

    static Stream<Arguments> everyStateAndAction() {
        return Stream.of(CaseState.values())
                .flatMap(state -> Stream.of(Action.values()).map(action -> Arguments.of(state, action)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndAction")
    void onlyLegalStepsArePossibleAndEachIsWrittenIntoTheHistory(CaseState state, Action action) {
        ListingCase before = in(state);
        if (LEGAL.getOrDefault(state, Set.of()).contains(action)) {
            ListingCase after = take(before, action);
            assertThat(after.history()).hasSize(before.history().size() + 1);
            assertThat(after.history().getLast().state()).isEqualTo(after.state());
            assertThat(after.version()).isEqualTo(before.version());
        } else {
            assertThatThrownBy(() -> take(before, action)).isInstanceOfSatisfying(Problem.class,
                    refused -> assertThat(refused.code()).isEqualTo(ListingProblem.CASE_STATE));
        }
    }

    @Test
    void approvalWritesThePublicationAsAStepOfTheSameDocument() {
        ListingCase approved = in(CaseState.DETERMINED).approved(APPROVER, null, NOW);
        assertThat(approved.steps()).extracting(step -> step.name() + step.state()).containsExactly("PUBLISH_ENTRYPENDING");
        assertThat(approved.work()).isEqualTo(Work.dueAt(NOW));
    }

    @Test
    void neitherProposerNorDeterminerApproves() {
        ListingCase determined = in(CaseState.DETERMINED);
        for (Person same : List.of(CLERK, CHIEF)) {
            assertThatThrownBy(() -> determined.approved(same, null, NOW)).isInstanceOfSatisfying(Problem.class,
                    refused -> assertThat(refused.code()).isEqualTo(ListingProblem.FOUR_EYES));
        }
    }

    @Test
    void theNoticePeriodMustHaveEndedUnlessTheSubjectWaivedIt() {
        ListingCase notified = in(CaseState.NOTIFIED);
        LocalDate ends = notified.delivered().until();
        Determination document = new Determination("1号", TODAY, null, CHIEF);
        assertThatThrownBy(() -> notified.determined(document, ends, ends, NOW)).isInstanceOfSatisfying(Problem.class,
                refused -> assertThat(refused.code()).isEqualTo(ListingProblem.NOTICE_PERIOD));
        assertThatThrownBy(() -> notified.determined(document, ends.plusDays(3), ends.plusDays(3), NOW))
                .isInstanceOf(Problem.class);
        assertThat(notified.determined(document, ends.minusDays(9), ends.plusDays(1), NOW).state())
                .isEqualTo(CaseState.DETERMINED);
        ListingCase objected = notified.heard(new Statement("有异议", false, CLERK, NOW));
        assertThatThrownBy(() -> objected.determined(document, ends, TODAY, NOW)).isInstanceOf(Problem.class);
        ListingCase waived = notified.heard(new Statement("放弃", true, CLERK, NOW));
        assertThat(waived.determined(document, ends, TODAY, NOW).state()).isEqualTo(CaseState.DETERMINED);
    }

    private static ListingCase take(ListingCase listing, Action action) {
        return switch (action) {
            case NOTIFY -> listing.notified(new Notice(TODAY, "直接送达", LocalDate.of(2026, 11, 27)), CLERK, NOW);
            case STATE -> listing.heard(new Statement("放弃", true, CLERK, NOW));
            case DETERMINE -> listing.determined(new Determination("1号", TODAY, null, CHIEF),
                    TODAY, LocalDate.of(2026, 11, 28), NOW);
            case APPROVE -> listing.approved(APPROVER, null, NOW);
            case REJECT -> listing.rejected(APPROVER, "证据不足", NOW);
        };
    }

    private static ListingCase in(CaseState state) {
        ListingCase proposed = ListingCase.proposed("c", RULES, new SubjectSeen("s", "s", "甲", "ORGANISATION", false), null,
                new ListingCase.Proposal("r", null, "org", "340400", CLERK, NOW));
        return switch (state) {
            case PROPOSED -> proposed;
            case NOTIFIED -> take(proposed, Action.NOTIFY);
            case HEARD -> take(in(CaseState.NOTIFIED), Action.STATE);
            case DETERMINED -> take(in(CaseState.HEARD), Action.DETERMINE);
            case APPROVED -> take(in(CaseState.DETERMINED), Action.APPROVE);
            case REJECTED -> take(proposed, Action.REJECT);
            case PUBLISHED, EXITED -> stored(in(CaseState.APPROVED), state);
        };
    }

    private static ListingCase stored(ListingCase of, CaseState state) {
        return new ListingCase(of.id(), state, of.judgedBy(), of.subject(), of.record(), of.reasons(), of.legalBasis(),
                of.department(), of.division(), of.proposer(), of.proposedAt(), of.notice(), of.statements(),
                of.determination(), "e", null, of.history(), of.steps(), Work.none(), of.version());
    }
}
