package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.protection.ForbiddenData;
import java.util.HashSet;
import java.util.Set;

/** What must hold in a code set. */
final class CodeSetRules {

    private CodeSetRules() {}

    static void check(CodeSet set, Faults faults) {
        ForbiddenData.check("name", set.name(), faults);
        ForbiddenData.check("title", set.title(), faults);
        set.entries().forEach(entry -> {
            ForbiddenData.check("entries", entry.code(), faults);
            ForbiddenData.check("entries", entry.name(), faults);
        });
        Set<String> codes = new HashSet<>();
        for (CodeSet.Entry entry : set.entries()) {
            faults.unless(codes.add(entry.code()), "entries", "twice",
                    "代码 " + entry.code() + " 重复，请只保留一个。", "Code " + entry.code() + " is there twice; keep one.");
            faults.unless(entry.validFrom() == null || entry.validTo() == null || !entry.validTo().isBefore(entry.validFrom()),
                    "entries", "date-order", "代码 " + entry.code() + " 的止日早于起日，请更正。",
                    "Code " + entry.code() + " ends before it begins; correct the dates.");
        }
        set.entries().forEach(entry -> successor(entry, codes, faults));
        set.entries().stream().filter(entry -> entry.parent() != null && !codes.contains(entry.parent()))
                .forEach(entry -> faults.unknown("entries", entry.code() + " 的上级 / parent", String.valueOf(entry.parent())));
    }

    private static void successor(CodeSet.Entry entry, Set<String> codes, Faults faults) {
        if (entry.successor() == null) {
            return;
        }
        faults.unless(entry.validTo() != null, "entries", "successor-in-force",
                "代码 " + entry.code() + " 没有止日，仍然有效，不能有后继代码，请补填止日或删去后继代码。",
                "Code " + entry.code() + " has no end and so no successor; give it an end, or take the successor out.");
        if (entry.successor().equals(entry.code()) || !codes.contains(entry.successor())) {
            faults.unknown("entries", entry.code() + " 的后继 / successor", entry.successor());
        }
    }
}
