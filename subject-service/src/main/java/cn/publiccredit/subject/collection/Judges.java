package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.collection.judgement.ItemJudge;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Divisions;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes judges, with what they need beside the item: the same ones for files and for pushed records. */
@Component
class Judges {

    private final Divisions divisions;

    Judges(Divisions divisions) {
        this.divisions = divisions;
    }

    /**
     * A judge.
     *
     * @param divisionsKnown whether it can tell divisions that are no more
     */
    record Prepared(ItemJudge judge, boolean divisionsKnown) {}

    Prepared of(CatalogItem item, Header header, Instant receivedAt, String source, boolean from1904) {
        LocalDate today = LocalDate.ofInstant(receivedAt, TimeConfiguration.ZONE);
        Optional<Set<String>> withdrawn = divisions.withdrawnBy(today);
        ItemJudge judge = new ItemJudge(item, header,
                new ItemJudge.Circumstances(today, source, withdrawn.orElse(Set.of()), from1904));
        return new Prepared(judge, withdrawn.isPresent());
    }
}
