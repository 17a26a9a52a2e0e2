package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.subject.record.CatalogItemRef;
import cn.publiccredit.subject.record.CodeFindings;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.subject.record.IntakeFigures;
import cn.publiccredit.subject.record.RecordIntake;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.work.Lease;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** In which order a chunk is written shows only when a process dies in between. */
class ChunkWritingTests {

    private final Rejects rejects = mock(Rejects.class);
    private final RowWarnings warnings = mock(RowWarnings.class);
    private final HeldBatches batches = mock(HeldBatches.class);
    private final Lease lease = mock(Lease.class);
    private final ChunkWriting writing = new ChunkWriting(mock(RecordIntake.class), mock(IntakeFigures.class), mock(NameCheck.class),
            rejects, warnings, mock(CodeFindings.class), batches, new RowCounters(new SimpleMeterRegistry()));

    private void written(boolean again) {
        when(lease.owner()).thenReturn("worker");
        when(batches.advance(anyString(), anyString(), anyLong(), any(), any(), any())).thenReturn(true);
        IntakeContext context = new IntakeContext("batch", new CatalogItemRef("CF", 1), Penalty.SOURCE, "样例局",
                new Division("340000"), "clerk", Instant.EPOCH);
        writing.write(context, lease, new ChunkWriting.Place(7, again), new Chunk(), null);
    }

    @Test
    void rejectsAndWarningsAreKeptBeforeThoseOfAnEarlierRunAreForgottenAndOnlyThenTheCheckpointMoves() {
        written(true);
        InOrder order = inOrder(rejects, warnings, batches);
        order.verify(rejects).keep("batch", List.of());
        order.verify(warnings).keep("batch", 7, List.of());
        order.verify(rejects).forgetOthers("batch", 7, 0, List.of());
        order.verify(warnings).forget("batch", 7);
        order.verify(batches).advance(anyString(), anyString(), anyLong(), any(), any(), any());
    }

    @Test
    void whoeverLostTheBatchMeanwhileForgetsNothing() {
        doNothing().doThrow(new IllegalStateException("another replica has taken over")).when(lease).requireHeld();
        assertThatThrownBy(() -> written(true)).hasMessage("another replica has taken over");
        verify(rejects).keep("batch", List.of());
        verify(rejects, never()).forgetOthers(anyString(), anyLong(), anyLong(), any());
        verify(warnings, never()).forget(anyString(), anyLong());
    }

    @Test
    void whereNobodyWroteBeforeThereIsNothingToForget() {
        written(false);
        verify(rejects, never()).forgetOthers(anyString(), anyLong(), anyLong(), any());
    }
}
