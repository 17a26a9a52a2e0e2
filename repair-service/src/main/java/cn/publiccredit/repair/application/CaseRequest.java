package cn.publiccredit.repair.application;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a subject sends to open a case or to change its draft. What is missing is only asked for when the case is submitted.
 *
 * @param record id of the record; when a draft is changed it may be left out and is not changed
 */
record CaseRequest(
        @Nullable String record,
        @Nullable List<String> listEntries,
        @Nullable String statement,
        @Nullable Boolean commitment,
        @Nullable List<MaterialRequest> materials) {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 50;

    /** A piece of proof. */
    record MaterialRequest(@Nullable String name, @Nullable String text) {}

    String recordId() {
        if (record == null || record.isBlank()) {
            throw CommonProblem.INVALID.with().violating("record", "required",
                    "请填写要修复的信用记录编号（record）。", "Name the record to be repaired (record).");
        }
        return record.strip();
    }

    Petition petition() {
        List<MaterialRequest> proof = Objects.requireNonNullElse(materials, List.of());
        List<String> entries = Objects.requireNonNullElse(listEntries, List.of());
        List<Violation> broken = new ArrayList<>();
        if (statement != null && statement.length() > LONGEST_TEXT) {
            broken.add(tooLong("statement", LONGEST_TEXT));
        }
        if (entries.size() > MOST || entries.stream().anyMatch(Objects::isNull)) {
            broken.add(tooMany("listEntries"));
        }
        if (proof.size() > MOST) {
            broken.add(tooMany("materials"));
        }
        for (int i = 0; i < proof.size(); i++) {
            check(proof.get(i), "materials." + i, broken);
        }
        if (!broken.isEmpty()) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        return new Petition(entries, statement == null ? null : statement.strip(), Boolean.TRUE.equals(commitment),
                proof.stream().map(m -> new Material(text(m.name()), text(m.text()))).toList());
    }

    private static void check(@Nullable MaterialRequest material, String field, List<Violation> broken) {
        if (material == null || text(material.name()).isEmpty()) {
            broken.add(new Violation(field + ".name", "required", "请填写材料名称。", "Give the material a name."));
        } else if (text(material.name()).length() > LONGEST_NAME) {
            broken.add(tooLong(field + ".name", LONGEST_NAME));
        } else if (text(material.text()).length() > LONGEST_TEXT) {
            broken.add(tooLong(field + ".text", LONGEST_TEXT));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Violation tooLong(String field, int longest) {
        return new Violation(field, "length",
                "不能超过 " + longest + " 个字。", "It must not be longer than " + longest + " characters.");
    }

    private static Violation tooMany(String field) {
        return new Violation(field, "size",
                "最多 " + MOST + " 项，且不能有空项。", "At most " + MOST + ", and none of them empty.");
    }
}
