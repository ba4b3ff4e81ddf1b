package org.xiangmuzhang.files.content;

import org.xiangmuzhang.kernel.Refusal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How much may come out of one file, whatever it is packed in and however deep: something in any
 * case, a hundred times its size, and never more than a bound that is counted through in about a
 * second.
 */
final class Unpacking {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long ANYWAY = 16 * MEGABYTE;
    private static final long RATIO = 100;
    private static final long AT_MOST = 256 * MEGABYTE;
    private static final int ENTRIES = 10_000;

    private final long allowed;
    private long bytes;
    private int entries;

    Unpacking(long packed) {
        allowed = Math.min(AT_MOST, ANYWAY + RATIO * packed);
    }

    void add(long more) {
        bytes += more;
        if (bytes > allowed) {
            throw Refusal.invalid("file-unpacks-too-large", "/file", allowed / MEGABYTE);
        }
    }

    void addEntry() {
        mayHave(++entries);
    }

    static void mayHave(long entries) {
        if (entries > ENTRIES) {
            throw Refusal.invalid("file-entries", "/file", ENTRIES);
        }
    }

    /** The same stream, whose every byte counts. */
    InputStream counted(InputStream unpacked) {
        return new FilterInputStream(unpacked) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                add(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                add(Math.max(0, read));
                return read;
            }

            @Override
            public long skip(long bytes) throws IOException {
                long skipped = super.skip(bytes);
                add(skipped);
                return skipped;
            }
        };
    }
}
