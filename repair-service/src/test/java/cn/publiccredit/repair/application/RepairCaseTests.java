package cn.publiccredit.repair.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.repair.RepairProblem;
import cn.publiccredit.repair.calendar.Deadlines;
import cn.publiccredit.repair.record.CreditRecord;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RepairCaseTests {

    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Deadlines DEADLINES =
            new Deadlines(TODAY, TODAY.plusDays(3), TODAY.plusDays(9), TODAY.plusDays(14), false);
    private static final Actor OWNER = new Actor("owner", "企业", null);
    private static final Actor CLERK = new Actor("clerk", "经办人", "dept");
    private static final Actor CHIEF = new Actor("chief", "审批人", null);

    /** Which actions each state allows; everything that is not here must be refused. */
    private static final Map<CaseState, Set<CaseAction>> ALLOWED = Map.of(
            CaseState.DRAFT, EnumSet.of(CaseAction.EDIT, CaseAction.SUBMIT, CaseAction.WITHDRAW),
            CaseState.FORWARDED, EnumSet.of(CaseAction.ACCEPT, CaseAction.REFUSE, CaseAction.WITHDRAW),
            CaseState.ACCEPTED, EnumSet.of(CaseAction.EXTEND, CaseAction.APPROVE, CaseAction.REJECT, CaseAction.WITHDRAW,
                    CaseAction.REVOKE),
            CaseState.EXTENDED,
                    EnumSet.of(CaseAction.APPROVE, CaseAction.REJECT, CaseAction.WITHDRAW, CaseAction.REVOKE),
            CaseState.EFFECTIVE, EnumSet.of(CaseAction.REVOKE));

    static Stream<Arguments> everyActionInEveryState() {
        return Stream.of(CaseState.values())
                .flatMap(state -> Stream.of(CaseAction.values()).map(action -> Arguments.of(state, action)));
    }

    @ParameterizedTest
    @MethodSource("everyActionInEveryState")
    void aStateAllowsItsActionsAndRefusesAllOthersByName(CaseState state, CaseAction action) {
        RepairCase repair = in(state);
        if (ALLOWED.getOrDefault(state, Set.of()).contains(action)) {
            perform(repair, action);
            assertThat(repair.history).isNotEmpty();
        } else {
            assertThatThrownBy(() -> perform(repair, action)).isInstanceOfSatisfying(Problem.class, refused -> {
                assertThat(refused.code()).isEqualTo(RepairProblem.STATE);
                assertThat(refused.detail(Locale.SIMPLIFIED_CHINESE)).contains(state.zh(), action.zh())
                        .contains(ALLOWED.getOrDefault(state, Set.of()).isEmpty() ? "：无" : "：");
                assertThat(refused.detail(Locale.ENGLISH)).contains(state.name(), action.path());
            });
            assertThat(repair.state).isEqualTo(state);
        }
    }

    @Test
    void whoeverAcceptedOrExtendedCannotDecide() {
        RepairCase accepted = accepted();
        assertFourEyes(() -> accepted.approve(List.of("A"), CLERK, NOW, TODAY, null));
        assertFourEyes(() -> accepted.reject(CLERK, NOW, "理由"));
        accepted.extend(DEADLINES, CHIEF, NOW, "情况复杂");
        assertFourEyes(() -> accepted.approve(List.of("A"), CHIEF, NOW, TODAY, null));
        assertThat(accepted.state).isEqualTo(CaseState.EXTENDED);
    }

    @Test
    void whoeverSubmittedCannotAccept() {
        RepairCase submitted = draft();
        submitted.submit(DEADLINES, CLERK, NOW);

        assertFourEyes(() -> submitted.accept(DEADLINES, CLERK, NOW, null));
        assertFourEyes(() -> submitted.refuse(CLERK, NOW, "理由"));
    }

    @Test
    void whoeverProposesARevocationCannotConfirmIt() {
        RepairCase repair = accepted();
        repair.proposeRevocation(CHIEF, NOW, "材料系伪造");
        Revocation proposed = Objects.requireNonNull(repair.revocation);

        assertFourEyes(() -> repair.confirmRevocation(proposed, CHIEF, NOW, TODAY));
        repair.confirmRevocation(proposed, new Actor("other", "复核人", null), NOW, TODAY.plusYears(3));

        assertThat(repair.state).isEqualTo(CaseState.REVOKED);
        assertThat(repair.heldRecord).isEqualTo(repair.id);
    }

    @Test
    void approvalWritesTheStepsWithTheDecision() {
        RepairCase repair = accepted();

        repair.approve(RepairSteps.IN_ORDER, CHIEF, NOW, TODAY, null);

        assertThat(repair.steps).extracting(s -> s.name()).containsExactly(
                "STOP_PUBLICITY", "STOP_SHARING", "EXIT_LIST_ENTRIES", "ISSUE_DECISION");
        assertThat(repair.work.due()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @MethodSource("lateness")
    void aCaseIsLateOnlyWhileSomebodyHasToAct(CaseState state, int daysLater, boolean late) {
        RepairCase repair = in(state);
        repair.deadlines = DEADLINES;

        assertThat(repair.isOverdue(TODAY.plusDays(daysLater))).isEqualTo(late);
    }

    static Stream<Arguments> lateness() {
        return Stream.of(
                Arguments.of(CaseState.FORWARDED, 3, false), Arguments.of(CaseState.FORWARDED, 4, true),
                Arguments.of(CaseState.ACCEPTED, 9, false), Arguments.of(CaseState.ACCEPTED, 10, true),
                Arguments.of(CaseState.EXTENDED, 15, true), Arguments.of(CaseState.APPROVED, 99, false),
                Arguments.of(CaseState.REJECTED, 99, false));
    }

    private static void assertFourEyes(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class,
                refused -> assertThat(refused.code()).isEqualTo(RepairProblem.FOUR_EYES));
    }

    private static void perform(RepairCase repair, CaseAction action) {
        switch (action) {
            case EDIT -> repair.edit(repair.petition);
            case SUBMIT -> repair.submit(DEADLINES, OWNER, NOW);
            case ACCEPT -> repair.accept(DEADLINES, CLERK, NOW, null);
            case REFUSE -> repair.refuse(CLERK, NOW, "理由");
            case EXTEND -> repair.extend(DEADLINES, CLERK, NOW, "理由");
            case APPROVE -> repair.approve(List.of("A"), CHIEF, NOW, TODAY, null);
            case REJECT -> repair.reject(CHIEF, NOW, "理由");
            case WITHDRAW -> repair.withdraw(OWNER, NOW, null);
            case REVOKE -> repair.proposeRevocation(CHIEF, NOW, "理由");
        }
    }

    private static RepairCase accepted() {
        RepairCase repair = draft();
        repair.submit(DEADLINES, OWNER, NOW);
        repair.accept(DEADLINES, CLERK, NOW, null);
        return repair;
    }

    private static RepairCase draft() {
        CreditRecord record = new CreditRecord(
                "record-1", "CF", "91341300MA0000001X", null, null, "GENERAL", "ACTIVE", null, null, null);
        return RepairCase.draft("case-1", record, new Petition(List.of(), "已整改", true, List.of()), OWNER, NOW);
    }

    private static RepairCase in(CaseState state) {
        RepairCase d = draft();
        return new RepairCase(d.id, d.record, true, NOW, 3, d.heldRecord, d.petition, state, d.history, DEADLINES, null,
                null, null, List.of(), Work.none());
    }
}
