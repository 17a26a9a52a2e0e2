package cn.publiccredit.catalog.changes;

import cn.publiccredit.catalog.content.Answers;
import cn.publiccredit.catalog.problem.CatalogProblem;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Words;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed of changes: read from the beginning or from where one stopped. */
@RestController
class ChangeController {

    private static final Cursor BEGINNING = Cursor.at("0", "");

    private final Announcements announcements;
    private final ChangeLog changes;
    private final Answers answers;

    ChangeController(Announcements announcements, ChangeLog changes, Answers answers) {
        this.announcements = announcements;
        this.changes = changes;
        this.answers = answers;
    }

    /**
     * A part of the feed.
     *
     * @param next where to go on, now or later: always given, so that a reader can stop and resume anywhere
     */
    record Feed(List<Change> items, String next) {}

    @GetMapping("/changes")
    @AllowAnyone
    ResponseEntity<Feed> changes(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String after) {
        announcements.announce();
        Cursor from = new Paging(limit, after).cursor(2).orElse(BEGINNING);
        List<Change> read = changes.after(known(from), limit);
        return answers.tagged(new Feed(read, (read.isEmpty() ? from : read.getLast().place()).encoded()));
    }

    /** The number that a cursor stands at; a catalogue that was set back or set up anew has told something else under it. */
    private long known(Cursor cursor) {
        long number = number(cursor);
        if (number > 0 && changes.at(number).map(Change::place).filter(cursor::equals).isEmpty()) {
            throw CatalogProblem.CURSOR_UNKNOWN.with();
        }
        return number;
    }

    private static long number(Cursor cursor) {
        try {
            long number = Long.parseLong(cursor.first());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw foreign().because(e);
        }
        throw foreign();
    }

    private static Problem foreign() {
        return CommonProblem.MALFORMED.with(Words.parameter("after")).violating("after", "cursor",
                "参数 after 必须原样使用上一次返回的 next。", "after must be the next of an answer before, unchanged.");
    }
}
