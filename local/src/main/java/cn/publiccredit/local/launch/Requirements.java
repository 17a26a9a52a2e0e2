package cn.publiccredit.local.launch;

import java.util.Map;

/** What the machine must have free before a start, in bytes. */
record Requirements(long memoryBytes, long diskBytes) {

    private static final long MEGABYTE = 1L << 20;
    private static final long MEMORY_MEGABYTES = 3584;
    private static final long DISK_BYTES = 3L << 30;

    /** @param whole whether all of the suite is to be started; for a few missing parts memory is not looked at */
    static Requirements from(Map<String, String> environment, boolean whole) {
        String own = environment.get("CREDIT_MIN_MEMORY_MB");
        long megabytes = own == null ? MEMORY_MEGABYTES : Long.parseLong(own.strip());
        return new Requirements(whole ? megabytes * MEGABYTE : 0, DISK_BYTES);
    }
}
