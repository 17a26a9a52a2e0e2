package cn.publiccredit.subject.subjects;

import java.util.List;
import java.util.Set;

/**
 * A subject that turned out to be this one under another code, as far as searching and rights need to know it.
 *
 * @param names all names it had
 * @param divisions its own division and those of its sources
 * @param sources codes of all organisations that supplied something about it
 */
public record Absorbed(String id, List<String> names, Set<String> divisions, Set<String> sources) {

    public Absorbed {
        names = List.copyOf(names);
        divisions = Set.copyOf(divisions);
        sources = Set.copyOf(sources);
    }
}
