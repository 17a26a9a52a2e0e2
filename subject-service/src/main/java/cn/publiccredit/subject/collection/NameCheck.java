package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.Notice;
import cn.publiccredit.subject.collection.judgement.Remark;
import cn.publiccredit.subject.record.IncomingSubject;
import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.subject.subjects.RegisteredNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Remarks rows whose subject bears another name in the register. */
@Component
class NameCheck {

    private final RegisteredNames register;

    NameCheck(RegisteredNames register) {
        this.register = register;
    }

    /** The notices of each row, with those about names. @param verdicts rows that brought nothing are not looked at */
    List<List<Notice>> notices(List<Chunk.Sound> rows, List<Verdict> verdicts) {
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean news = verdicts.get(i) == Verdict.ACCEPTED || verdicts.get(i) == Verdict.UPDATED;
            if (news && hasName(rows.get(i).incoming().subject())) {
                named.add(i);
            }
        }
        List<List<Notice>> notices = new ArrayList<>(rows.size());
        rows.forEach(row -> notices.add(row.notices()));
        if (!named.isEmpty()) {
            Map<String, String> names = register.of(
                    named.stream().map(i -> code(rows.get(i))).collect(Collectors.toSet()));
            for (int i : named) {
                String registered = names.get(code(rows.get(i)));
                if (registered != null
                        && !RegisteredNames.areAlike(registered, rows.get(i).incoming().subject().name())) {
                    List<Notice> more = new ArrayList<>(rows.get(i).notices());
                    more.add(Notice.ofRow(Remark.NAME_DIFFERS));
                    notices.set(i, more);
                }
            }
        }
        return notices;
    }

    // The register itself cannot differ from the register.
    private static boolean hasName(IncomingSubject subject) {
        return subject.uscc() != null && subject.registered() == null && !subject.name().isEmpty();
    }

    private static String code(Chunk.Sound row) {
        String code = row.incoming().subject().uscc();
        return code == null ? "" : code;
    }
}
