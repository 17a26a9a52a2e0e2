package cn.publiccredit.portal.performance;

import cn.publiccredit.portal.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lines of a form in which milestones are written, {@code milestones.0.name} and so on. An empty line between others is
 * sent as it is, so that what the API says about a line stands at that line.
 *
 * @param rows how many lines the form has
 */
record Milestones(Form form, int rows, boolean areToBeMore) {

    static final int FEWEST = 5;

    /** What the API takes at most. */
    private static final int MOST = 100;

    static Milestones in(Form form) {
        boolean more = !form.said("more").isEmpty();
        int shown = number(form.said("rows"));
        return new Milestones(form, Math.clamp(more ? shown + (long) FEWEST : shown, FEWEST, MOST), more);
    }

    private static int number(String rows) {
        return rows.matches("\\d{1,3}") ? Integer.parseInt(rows) : FEWEST;
    }

    List<Map<String, Object>> sent() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            lines.add(form.part("milestones." + row, "name", "dueOn", "amount"));
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }
}
