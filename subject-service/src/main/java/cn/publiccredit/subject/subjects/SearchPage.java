package cn.publiccredit.subject.subjects;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param next cursor of the next page; null on the last one
 * @param onlyBeginnings true when too many names have the question somewhere in them, so that only names that begin with it are
 *     listed; else absent
 */
public record SearchPage<T>(
        List<T> items,
        @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean onlyBeginnings) {}
