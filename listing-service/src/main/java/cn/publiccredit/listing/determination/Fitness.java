package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.Checks;
import cn.publiccredit.listing.rulebook.ListDefinition;
import cn.publiccredit.listing.rulebook.Severity;
import cn.publiccredit.listing.subject.CreditRecord;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether a record can lead onto a list. */
final class Fitness {

    private Fitness() {}

    static Checks of(CreditRecord record, ListDefinition list) {
        Checks checks = new Checks();
        checks.that(record.state().equals("ACTIVE"), "record", "active",
                "该记录当前不是有效状态（" + record.state() + "），不能据以列入名单。",
                "The record is " + record.state() + "; only an active one can lead onto a list.");
        checks.that(list.admits(record.item()), "record", "item",
                "该名单不以“" + record.item() + "”类记录为依据。", "The list does not rest on records of " + record.item() + ".");
        Severity least = list.leastSeverity();
        checks.that(severity(record.severity()).compareTo(least) >= 0, "record", "severity",
                "该名单要求失信程度不低于“" + least.zh() + "”，此记录未达到。",
                "The list needs a record that is at least " + least.en() + "; this one is not.");
        return checks;
    }

    private static Severity severity(@Nullable String name) {
        return Arrays.stream(Severity.values()).filter(s -> s.name().equals(name)).findFirst().orElse(Severity.NONE);
    }
}
