package cn.publiccredit.subject.record;

/** What is left of a version when only its origin matters: enough to know a row again. */
record Trace(Cause cause, String hash) {

    static Trace of(Version version) {
        return new Trace(version.cause(), version.content().hash());
    }
}
