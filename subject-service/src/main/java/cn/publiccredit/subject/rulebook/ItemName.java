package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** An item of the catalogue, by code and name. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ItemName(String code, String name) {}
