package cn.publiccredit.report.source;

import java.util.List;

/** A code set of the catalogue, as far as it is needed here. */
record CodeSet(List<Entry> entries) {

    record Entry(String code, String name) {}
}
