package cn.publiccredit.catalog.rulebook;

/** A code set as the list of code sets shows it. */
record CodeSetSummary(String name, String title, int version, int entries) {

    static CodeSetSummary of(CodeSet set) {
        return new CodeSetSummary(set.name(), set.title(), set.version(), set.entries().size());
    }
}
