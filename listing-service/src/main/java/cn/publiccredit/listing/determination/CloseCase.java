package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.entry.Entries;
import cn.publiccredit.listing.entry.Entry;
import cn.publiccredit.listing.entry.EntryExited;
import cn.publiccredit.listing.entry.ExitSteps;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Workers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** What follows an entry's exit: the case that led to it shows it, too. */
@Configuration(proxyBeanMethods = false)
class CloseCase {

    private final Cases cases;
    private final Entries entries;
    private final Clock clock;
    private final ObjectProvider<LeasedWorker> closing;

    CloseCase(Cases cases, Entries entries, Clock clock, @Qualifier("closing") ObjectProvider<LeasedWorker> closing) {
        this.cases = cases;
        this.entries = entries;
        this.clock = clock;
        this.closing = closing;
    }

    @Bean
    LeasedWorker closing(Workers workers) {
        return workers.stepWorker(
                "closing", Entries.COLLECTION, Map.of(ExitSteps.CLOSE_CASE, this::close), entry -> {});
    }

    @EventListener
    void on(EntryExited exited) {
        closing.getObject().wake();
    }

    private void close(String entryId) {
        entries.find(entryId).filter(entry -> entry.exit() != null).ifPresent(this::close);
    }

    private void close(Entry entry) {
        String reason = entry.exit() == null ? "" : entry.exit().kind() + "：" + entry.exit().reason();
        if (!cases.exited(entry.caseId(), reason, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalStateException("the case is not marked as published yet; it is closed after that");
        }
    }
}
