package cn.publiccredit.subject.rulebook;

import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The catalogue's divisions with those that are no more, as last known while the catalogue is silent. A name is no fact about a
 * subject: without it the page still stands.
 */
@Component
public class Divisions {

    private final RuleBooks books;

    Divisions(RuleBooks books) {
        this.books = books;
    }

    /** Codes of divisions whose last day was before this one; empty when the catalogue never told of any division. */
    public Optional<Set<String>> withdrawnBy(LocalDate day) {
        return known().map(set -> withdrawn(set.entries(), day));
    }

    /** What it is called; null when that is not known. */
    public @Nullable String name(@Nullable Division division) {
        return division == null ? null : known().flatMap(set -> set.entries().stream()
                .filter(entry -> entry.code().equals(division.code())).map(CodeSet.Entry::name).filter(Objects::nonNull)
                .reduce((earlier, later) -> later)).orElse(null);
    }

    /** Codes of the cities that there were on this day; none when the catalogue never told of any division. */
    public Set<String> citiesOn(LocalDate day) {
        return known().stream().flatMap(set -> set.entries().stream())
                .filter(entry -> entry.isInForceOn(day))
                .map(CodeSet.Entry::code).filter(code -> code.endsWith("00") && !code.endsWith("0000"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> withdrawn(List<CodeSet.Entry> entries, LocalDate day) {
        Set<String> inForce = entries.stream().filter(entry -> !entry.isOverBy(day)).map(CodeSet.Entry::code)
                .collect(Collectors.toSet());
        return entries.stream().map(CodeSet.Entry::code).filter(code -> !inForce.contains(code))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<CodeSet> known() {
        try {
            return books.divisions();
        } catch (Problem silent) {
            // Told of already, where it was found out.
            return Optional.empty();
        }
    }
}
