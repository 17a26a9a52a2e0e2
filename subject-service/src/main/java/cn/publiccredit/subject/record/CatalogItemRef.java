package cn.publiccredit.subject.record;

/** The catalogue item, in the version, that a record was judged by. */
public record CatalogItemRef(String code, int version) {}
