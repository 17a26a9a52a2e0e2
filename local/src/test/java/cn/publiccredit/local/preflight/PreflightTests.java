package cn.publiccredit.local.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreflightTests {

    private static final long GIB = 1L << 30;
    private static final Preflight.Needs NEEDS = new Preflight.Needs(25, 7 * GIB / 2, 3 * GIB,
            Map.of("gateway", 8080, "subject-service", 8082), Path.of("home"));

    @Test
    void aFitMachineHasNoFindings() {
        assertThat(findings(new FakeMachine(25, Optional.of(8 * GIB), 50 * GIB, Set.of()))).isEmpty();
    }

    @Test
    void everythingWrongIsSaidAtOnceEachWithARemedyInBothLanguages() {
        Machine machine = new FakeMachine(17, Optional.of(2 * GIB), GIB, Set.of(8080, 8082));

        assertThat(findings(machine)).hasSize(5).allSatisfy(finding -> {
            assertThat(finding.problem()).containsPattern("\\p{IsHan}");
            assertThat(finding.remedy()).containsPattern("\\p{IsHan}");
            assertThat(finding.problemInEnglish()).isNotBlank();
            assertThat(finding.remedyInEnglish()).isNotBlank();
        });
    }

    @Test
    void aTakenPortNamesItsHolderAndTheSettingThatMovesThePart() {
        Machine machine = new FakeMachine(25, Optional.of(8 * GIB), 50 * GIB, Set.of(8082));

        assertThat(findings(machine)).singleElement().satisfies(finding -> {
            assertThat(finding.problem()).contains("8082", "subject-service", "PID 42 nginx");
            assertThat(finding.remedy()).contains("--port-offset", "CREDIT_SUBJECT_PORT");
        });
    }

    @Test
    void memoryThatTheSystemDoesNotTellIsNotHeldAgainstIt() {
        assertThat(findings(new FakeMachine(25, Optional.empty(), 50 * GIB, Set.of()))).isEmpty();
    }

    private static List<Finding> findings(Machine machine) {
        return new Preflight(machine, NEEDS).findings();
    }

    private record FakeMachine(int javaVersion, Optional<Long> availableMemory, long disk, Set<Integer> taken)
            implements Machine {

        @Override
        public long usableDisk(Path folder) {
            return disk;
        }

        @Override
        public boolean portIsFree(int port) {
            return !taken.contains(port);
        }

        @Override
        public Optional<String> portHolder(int port) {
            return Optional.of("PID 42 nginx");
        }
    }
}
