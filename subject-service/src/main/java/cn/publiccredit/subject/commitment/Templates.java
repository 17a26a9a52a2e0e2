package cn.publiccredit.subject.commitment;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.RelayedProblem;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Templates from the catalogue. A commitment keeps the words it was made with, so nothing is kept here. */
@Component
class Templates {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final TemplateClient client;
    private final PeerCalls calls;

    Templates(TemplateClient client, Peers peers) {
        this.client = client;
        this.calls = peers.catalog();
    }

    /** @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is silent */
    Optional<Template> find(String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(calls.callAsService("commitment-template", () -> client.template(code)));
        } catch (RelayedProblem refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw calls.unavailable(refused);
        }
    }
}
