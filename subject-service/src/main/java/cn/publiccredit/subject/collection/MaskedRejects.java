package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import cn.publiccredit.subject.collection.judgement.Rule;
import cn.publiccredit.subject.personal.ItemPrivacy;
import cn.publiccredit.subject.personal.Masks;
import cn.publiccredit.subject.personal.PersonalClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rejects with their personal data masked by the catalogue: a row that is wrong is somebody's all the same. Of a row whose cells cannot
 * be told apart nothing is shown, since a name may stand in any of them.
 */
final class MaskedRejects {

    /** As code set subject-kinds calls what is no person. */
    private static final String ORGANISATION = "法人及非法人组织";

    private static final String HIDDEN = "****";

    /** What a message repeats of a cell; to the last mark, for the cell may hold some itself. */
    private static final Pattern QUOTED = Pattern.compile("(?s)“.*”|\".*\"");

    private static final Set<String> UNTOLD_APART = Set.of(Rule.CELL_COUNT.id(), Rule.STRAY_QUOTE.id(),
            Rule.FIELD_TOO_LONG.id(), Rule.ROW_TOO_LONG.id(), Rule.JSON.id());

    private final Masks masks;
    private final ItemPrivacy privacy;
    private final @Nullable String kindColumn;
    private final Map<String, Integer> places;

    /**
     * Made for one batch.
     *
     * @param kindColumn the column that tells persons from others; null without one
     * @param places where in the file each column stands, by its code
     */
    MaskedRejects(Masks masks, ItemPrivacy privacy, @Nullable String kindColumn, Map<String, Integer> places) {
        this.masks = masks;
        this.privacy = privacy;
        this.kindColumn = kindColumn;
        this.places = places;
    }

    /** The cell of a column; empty where the row has none. */
    String cell(Reject reject, String column) {
        return shown(reject, column, raw(reject, column));
    }

    /** The whole reject, with what its messages repeat of personal cells left out. */
    Reject masked(Reject reject) {
        List<BrokenRule> rules = reject.rules().stream().map(rule -> isPersonal(reject, rule.column()) ? unquoted(rule) : rule)
                .toList();
        if (reject.rules().stream().anyMatch(rule -> UNTOLD_APART.contains(rule.rule()))) {
            return new Reject(reject.row(), reject.cells().stream().map(cell -> cell.isBlank() ? cell : HIDDEN).toList(), rules);
        }
        List<String> cells = new ArrayList<>(reject.cells().stream().map(cell -> shown(reject, "", cell)).toList());
        places.forEach((column, place) -> {
            if (place < cells.size()) {
                cells.set(place, cell(reject, column));
            }
        });
        return new Reject(reject.row(), cells, rules);
    }

    private String shown(Reject reject, String column, String cell) {
        if (cell.isBlank()) {
            return cell;
        }
        if (isPersonal(reject, column)) {
            return masks.shown(privacy.personal(column), cell);
        }
        String name = privacy.subjectNameColumn();
        String text = name == null || isOrganisation(reject) ? cell : masks.inText(cell, raw(reject, name));
        return masks.shown(PersonalClass.NONE, text);
    }

    private boolean isPersonal(Reject reject, String column) {
        return privacy.personal(column) != PersonalClass.NONE
                && !(column.equals(privacy.subjectNameColumn()) && isOrganisation(reject));
    }

    private boolean isOrganisation(Reject reject) {
        return kindColumn == null || raw(reject, kindColumn).strip().equals(ORGANISATION);
    }

    private String raw(Reject reject, String column) {
        int place = places.getOrDefault(column, -1);
        return place >= 0 && place < reject.cells().size() ? reject.cells().get(place) : "";
    }

    private static BrokenRule unquoted(BrokenRule rule) {
        return new BrokenRule(rule.column(), rule.name(), rule.rule(), unquoted(rule.message()),
                rule.detail() == null ? null : unquoted(rule.detail()));
    }

    private static String unquoted(String message) {
        return QUOTED.matcher(message).replaceAll(HIDDEN);
    }
}
