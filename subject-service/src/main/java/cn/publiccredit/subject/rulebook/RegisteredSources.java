package cn.publiccredit.subject.rulebook;

import cn.publiccredit.support.identity.Division;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Organisations as the catalogue registers them, for decisions that rest on who they are; as last known while it is silent. */
@Component
public class RegisteredSources {

    private final RuleBooks books;

    RegisteredSources(RuleBooks books) {
        this.books = books;
    }

    /** @param division where it belongs, whatever its code says */
    public record Registered(String uscc, String name, Division division) {}

    /**
     * The organisation of this code; empty when it is not registered, or registered without a place.
     *
     * @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is silent and was never asked
     */
    public Optional<Registered> find(String uscc) {
        return Optional.ofNullable(books.sources().get(uscc)).flatMap(source -> Optional.ofNullable(source.division())
                .flatMap(Division::parse).map(division -> new Registered(uscc, source.name(), division)));
    }
}
