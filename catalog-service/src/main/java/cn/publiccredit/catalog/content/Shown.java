package cn.publiccredit.catalog.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Content as answers show it, with where its version stands.
 *
 * @param retiredFrom the first day it is no longer in force; left out unless it is retired
 */
public record Shown<T>(
        @JsonUnwrapped T content,
        VersionState status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate retiredFrom) {

    public <R> Shown<R> map(Function<? super T, ? extends R> change) {
        return new Shown<>(change.apply(content), status, retiredFrom);
    }
}
