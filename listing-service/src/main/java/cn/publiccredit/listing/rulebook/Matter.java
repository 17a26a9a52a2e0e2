package cn.publiccredit.listing.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A matter that somebody decides after a screening, such as LOAN 融资授信. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Matter(String code, String name) {

    public Matter {
        Garbage.unless(code != null && name != null);
    }
}
