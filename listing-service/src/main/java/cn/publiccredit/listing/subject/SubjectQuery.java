package cn.publiccredit.listing.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Who is meant: a unified social credit code or a name, one of the two. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubjectQuery(@Nullable String uscc, @Nullable String name) {}
