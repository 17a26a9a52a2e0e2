package cn.publiccredit.subject.collection.file;

/**
 * How far packed content may grow.
 *
 * @param largest bytes that it may have in all when unpacked
 * @param ratio times its packed size that it may have, once it is no longer small
 */
public record InflationBounds(long largest, int ratio) {

    /** What is as small as this harms nobody, whatever its ratio. */
    private static final long HARMLESS = 16L << 20;

    /** Whether this much may come out of so many packed bytes. */
    boolean allow(long unpacked, long packed) {
        return unpacked <= largest && (unpacked <= HARMLESS || unpacked / ratio <= packed);
    }
}
