package org.xiangmuzhang.catalog.application;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * How much of a sheet a reader must hold in memory at once, found without reading it: its parts are
 * gone through byte by byte. A reader holds every text that the sheet keeps apart from its rows,
 * and one text or mark at a time. It finds parts by what they are and not by their names, so that
 * all are looked at.
 */
final class SheetParts {

    private static final String SHARED = "sst";
    private static final int NAME = 64;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private long shared;
    private long longest;
    private boolean readable = true;

    private SheetParts() {}

    static SheetParts of(Path sheet) throws IOException {
        SheetParts parts = new SheetParts();
        try (ZipFile zip = new ZipFile(sheet.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    parts.look(content);
                }
            }
        }
        return parts;
    }

    /** Bytes of texts that are kept apart from the rows. */
    long shared() {
        return shared;
    }

    /** Bytes of the longest text or mark of a part. */
    long longest() {
        return longest;
    }

    /** Whether each part is written so that its marks are seen. */
    boolean readable() {
        return readable;
    }

    private void look(InputStream content) throws IOException {
        byte[] first = content.readNBytes(4);
        int at = startsWith(first, MARK) ? MARK.length : 0;
        if (isWide(first)) {
            readable = false;
        } else if (at < first.length && first[at] == '<') {
            scan(first, content);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** UTF-16, UTF-32 or EBCDIC, in which a mark does not begin with the byte looked for. */
    private static boolean isWide(byte[] first) {
        if (first.length < 4) {
            return false;
        }
        boolean marked =
                first[0] == (byte) 0xFE && first[1] == (byte) 0xFF
                        || first[0] == (byte) 0xFF && first[1] == (byte) 0xFE;
        boolean opens = first[0] == '<' && first[1] == 0 || first[0] == 0 && first[1] == '<';
        boolean fourBytes = first[0] == 0 && first[1] == 0 && first[2] == 0 && first[3] == '<';
        return marked || opens || fourBytes || first[0] == 0x4C && first[1] == 0x6F;
    }

    private void scan(byte[] first, InputStream content) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        System.arraycopy(first, 0, buffer, 0, first.length);
        StringBuilder name = new StringBuilder();
        boolean naming = false;
        boolean keepsTexts = false;
        long bytes = 0;
        long run = 0;
        for (int read = first.length; read >= 0; read = content.read(buffer)) {
            bytes += read;
            for (int i = 0; i < read; i++) {
                byte one = buffer[i];
                if (one == '<') {
                    longest = Math.max(longest, run);
                    run = 0;
                    naming = true;
                    name.setLength(0);
                } else {
                    run++;
                    if (naming && !endsName(one) && name.length() < NAME) {
                        name.append((char) one);
                    } else if (naming) {
                        naming = false;
                        keepsTexts |= isShared(name);
                    }
                }
            }
        }
        longest = Math.max(longest, run);
        if (keepsTexts) {
            shared += bytes;
        }
    }

    private static boolean endsName(byte one) {
        return one == '>' || one == '/' || one >= 0 && one <= ' ';
    }

    private static boolean isShared(CharSequence name) {
        String local = name.toString();
        return local.substring(local.indexOf(':') + 1).equals(SHARED);
    }
}
