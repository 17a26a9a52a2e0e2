package cn.publiccredit.report.source;

import static java.util.Objects.requireNonNull;

import cn.publiccredit.support.security.Caller;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Under which ids a subject is known since codes that proved to be one subject's were merged.
 *
 * @param asked the id that was asked for
 * @param id the one that stands for it now; what is asked for by it is told of all
 * @param ids all of them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Identity(String asked, String id, List<String> ids) {

    public Identity {
        requireNonNull(asked, "asked");
        requireNonNull(id, "id");
        ids = List.copyOf(requireNonNull(ids, "ids"));
        if (!ids.contains(asked) || !ids.contains(id)) {
            throw new IllegalArgumentException("the ids of a subject lack the one that was asked for");
        }
    }

    /** Whether it is the caller's own subject, under whichever of its ids. */
    public boolean isOwnedBy(Caller caller) {
        return ids.stream().anyMatch(caller::owns);
    }
}
