package org.xiangmuzhang.files.content;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A zip container, read by its directory from where that stands in the file: names cost nothing to
 * look at, and nothing is held in memory however many there are.
 */
final class Archive {

    /** Whether bytes begin like one. */
    static final int ENTRY = 0x04034b50;

    private static final int DIRECTORY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LONG_END = 0x06064b50;
    private static final int LONG_LOCATOR = 0x07064b50;
    private static final int END_SIZE = 22;
    private static final int DIRECTORY_SIZE = 46;
    private static final int ENTRY_SIZE = 30;
    private static final int LONG_FIELD = 1;
    private static final long SEE_LONG = 0xffffffffL;
    private static final int LINK = 0xa000;
    private static final int KIND_OF_FILE = 0xf000;
    private static final int LONGEST_NAME = 1024;

    private final ByteBuffer content;
    private final long start;
    private final long end;
    private final long count;

    private Archive(ByteBuffer content, long start, long end, long count) {
        this.content = content;
        this.start = start;
        this.end = end;
        this.count = count;
    }

    /** What a container holds under a name; reading is up to whoever looks. */
    interface Look {
        void at(InputStream entry) throws IOException;
    }

    /** The container that these bytes end with, if they do. */
    static Optional<Archive> find(ByteBuffer bytes) {
        ByteBuffer content = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        int last = content.limit() - END_SIZE;
        for (int at = last; at >= 0 && at >= last - 0xffff; at--) {
            if (content.getInt(at) == END) {
                Optional<Archive> archive = endingAt(content, at);
                if (archive.isPresent()) {
                    return archive;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Archive> endingAt(ByteBuffer content, int at) {
        long count = content.getShort(at + 10) & 0xffff;
        long size = content.getInt(at + 12) & SEE_LONG;
        long start = content.getInt(at + 16) & SEE_LONG;
        if (count == 0xffff || size == SEE_LONG || start == SEE_LONG) {
            long longEnd = longEnd(content, at);
            if (longEnd >= 0) {
                count = content.getLong((int) longEnd + 32);
                size = content.getLong((int) longEnd + 40);
                start = content.getLong((int) longEnd + 48);
            }
        }
        // behind another content it stands where it ends, not where it says
        for (long from : new long[] {start, at - size}) {
            boolean stands =
                    count > 0
                            && from >= 0
                            && size >= DIRECTORY_SIZE
                            && from <= at
                            && size <= at - from
                            && content.getInt((int) from) == DIRECTORY;
            if (stands) {
                return Optional.of(new Archive(content, from, from + size, count));
            }
        }
        return Optional.empty();
    }

    private static long longEnd(ByteBuffer content, int end) {
        int locator = end - 20;
        if (locator < 0 || content.getInt(locator) != LONG_LOCATOR) {
            return -1;
        }
        long at = content.getLong(locator + 8);
        boolean stands = at >= 0 && at <= locator - 56 && content.getInt((int) at) == LONG_END;
        return stands ? at : -1;
    }

    /** Which of the kinds its layout makes it, from names alone. */
    String mediaType() {
        Unpacking.mayHave(count);
        boolean types = false;
        boolean text = false;
        boolean sheets = false;
        int seen = 0;
        for (Entry entry = first(); entry != null; entry = entry.next()) {
            Unpacking.mayHave(++seen);
            switch (entry.name()) {
                case "OFD.xml" -> {
                    return FileKind.OFD.mediaType();
                }
                case "[Content_Types].xml" -> types = true;
                case "word/document.xml" -> text = true;
                case "xl/workbook.xml" -> sheets = true;
                default -> {}
            }
        }
        if (types && text) {
            return FileKind.DOCX.mediaType();
        }
        return types && sheets ? FileKind.XLSX.mediaType() : "application/zip";
    }

    /** Looks at each entry, unpacking as it reads; what contradicts itself is refused. */
    void each(Unpacking unpacking, Look look) throws IOException {
        Inflater inflater = new Inflater(true);
        byte[] buffer = new byte[4096];
        try {
            long seen = 0;
            long packed = 0;
            for (Entry entry = first(); entry != null; entry = entry.next()) {
                seen++;
                unpacking.addEntry();
                mustStayInside(entry.name());
                packed += entry.whole();
                if (entry.isLink()) {
                    throw Refusal.invalid("file-entry-name", "/file");
                }
                // entries that share their bytes are how little becomes much
                if (packed > start) {
                    throw Refusal.invalid("file-unreadable", "/file");
                }
                inflater.reset();
                look.at(entry.open(inflater, buffer));
            }
            if (seen != count) {
                throw Refusal.invalid("file-unreadable", "/file");
            }
        } finally {
            inflater.end();
        }
    }

    /** Whatever unpacks it must not be led to another folder. */
    static void mustStayInside(String name) {
        String path = name.replace('\\', '/');
        if (path.isEmpty()
                || path.length() > LONGEST_NAME
                || path.startsWith("/")
                || path.contains(":")
                || path.chars().anyMatch(one -> one < ' ')
                || ("/" + path + "/").contains("/../")) {
            throw Refusal.invalid("file-entry-name", "/file");
        }
    }

    private @Nullable Entry first() {
        return entry(start);
    }

    private @Nullable Entry entry(long at) {
        if (at > end - DIRECTORY_SIZE || content.getInt((int) at) != DIRECTORY) {
            return null;
        }
        Entry entry = new Entry((int) at);
        return entry.after() > end ? null : entry;
    }

    /** Unpacks with what was made for all entries. */
    private static final class Unpacked extends InflaterInputStream {
        Unpacked(InputStream packed, Inflater inflater, byte[] buffer) {
            super(packed, inflater, 1);
            buf = buffer;
        }
    }

    /** A line of the directory, and where it leads. */
    private final class Entry {

        private final int at;

        Entry(int at) {
            this.at = at;
        }

        private int number(int offset) {
            return content.getShort(at + offset) & 0xffff;
        }

        private long after() {
            return (long) at + DIRECTORY_SIZE + number(28) + number(30) + number(32);
        }

        @Nullable Entry next() {
            return entry(after());
        }

        /** Byte by byte: the rules look at characters that every encoding has in common. */
        String name() {
            return text(at + DIRECTORY_SIZE, number(28));
        }

        boolean isLink() {
            return (content.getInt(at + 38) >>> 16 & KIND_OF_FILE) == LINK;
        }

        /** How many bytes of the file it takes, its own head included. */
        long whole() {
            return ENTRY_SIZE + number(28) + packed();
        }

        private long packed() {
            return wide(content.getInt(at + 20), content.getInt(at + 24) == -1 ? 1 : 0);
        }

        private long offset() {
            int before =
                    (content.getInt(at + 24) == -1 ? 1 : 0)
                            + (content.getInt(at + 20) == -1 ? 1 : 0);
            return wide(content.getInt(at + 42), before);
        }

        /** A number, or if it has no room there, the one among the wide ones. */
        private long wide(int narrow, int before) {
            if (narrow != -1) {
                return narrow & SEE_LONG;
            }
            int field = at + DIRECTORY_SIZE + number(28);
            int last = field + number(30);
            while (field + 4 <= last) {
                int size = content.getShort(field + 2) & 0xffff;
                if ((content.getShort(field) & 0xffff) == LONG_FIELD
                        && size >= 8 * (before + 1)
                        && field + 4 + size <= last) {
                    long value = content.getLong(field + 4 + 8 * before);
                    if (value >= 0) {
                        return value;
                    }
                }
                field += 4 + size;
            }
            throw Refusal.invalid("file-unreadable", "/file");
        }

        InputStream open(Inflater inflater, byte[] buffer) {
            long head = offset();
            int method = number(10);
            boolean encrypted = (number(8) & 1) != 0;
            if (encrypted
                    || method != 0 && method != 8
                    || head < 0
                    || head > start - ENTRY_SIZE
                    || content.getInt((int) head) != ENTRY) {
                throw Refusal.invalid("file-unreadable", "/file");
            }
            int name = content.getShort((int) head + 26) & 0xffff;
            int extra = content.getShort((int) head + 28) & 0xffff;
            long data = head + ENTRY_SIZE + name + extra;
            long size = packed();
            if (size < 0
                    || data > start
                    || size > start - data
                    || !text((int) head + ENTRY_SIZE, name).equals(name())) {
                throw Refusal.invalid("file-unreadable", "/file");
            }
            InputStream packed = new Bytes(content.slice((int) data, (int) size));
            return method == 0 ? packed : new Unpacked(packed, inflater, buffer);
        }

        private String text(int from, int length) {
            byte[] bytes = new byte[length];
            content.get(from, bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
