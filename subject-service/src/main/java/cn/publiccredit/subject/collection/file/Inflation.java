package cn.publiccredit.subject.collection.file;

import java.util.function.LongSupplier;

/** Keeps count of what comes out of one packed file and stops it when that is too much. */
public final class Inflation {

    private final InflationBounds bounds;
    private final LongSupplier packed;
    private long unpacked;

    /** @param packed how many packed bytes have been read so far, or are there in all */
    public Inflation(InflationBounds bounds, LongSupplier packed) {
        this.bounds = bounds;
        this.packed = packed;
    }

    /** @throws UnreadableFile when more came out than may */
    public void add(long bytes) throws UnreadableFile {
        unpacked += bytes;
        if (!bounds.allow(unpacked, packed.getAsLong())) {
            throw new UnreadableFile(FileDefect.BOMB, null);
        }
    }
}
