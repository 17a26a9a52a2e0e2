package cn.publiccredit.subject.consent;

import cn.publiccredit.subject.rulebook.ItemName;
import cn.publiccredit.subject.rulebook.RuleBooks;
import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.RelayedProblem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which items a report's template opens: those that its sections name, and with a section for the rest all that there are today. */
@Component
class TemplateItems {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final ReportTemplateClient client;
    private final PeerCalls calls;
    private final RuleBooks books;

    TemplateItems(ReportTemplateClient client, Peers peers, RuleBooks books) {
        this.client = client;
        this.calls = peers.catalog();
        this.books = books;
    }

    /**
     * The codes, in the template's order; none where the catalogue does not say which. Empty when there is no such template.
     *
     * @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is silent
     */
    Optional<List<String>> of(String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        try {
            ReportTemplate template = calls.callAsService("report-template", () -> client.template(code));
            Stream<String> rest = template.holdsTheRest() ? books.items().stream().map(ItemName::code) : Stream.of();
            return Optional.of(Stream.concat(template.named(), rest).distinct().toList());
        } catch (RelayedProblem refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw calls.unavailable(refused);
        }
    }
}
