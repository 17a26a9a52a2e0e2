package cn.publiccredit.listing.subject;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Under which ids a subject is known. Codes that proved to be one subject's are merged; what is kept here stays under the id
 * that it was made with, so whoever looks for a subject looks under all of them.
 *
 * @param asked the id that was asked for
 * @param id the one that stands for it now
 * @param ids all of them; only the one that was asked for where nothing was merged
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Identity(String asked, String id, List<String> ids) {

    public Identity {
        Garbage.unless(asked != null && id != null && ids != null && ids.contains(asked) && ids.contains(id));
        ids = List.copyOf(ids);
    }

    static Identity alone(String id) {
        return new Identity(id, id, List.of(id));
    }
}
