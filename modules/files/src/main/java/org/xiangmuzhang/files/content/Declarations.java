package org.xiangmuzhang.files.content;

import org.xiangmuzhang.kernel.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds document type declarations, with which a few lines of XML become gigabytes or read other
 * files: the formats that are taken know none. Zero bytes are passed over, so that two or four
 * bytes to a character hide nothing; encodings in which these characters are others are refused.
 */
final class Declarations {

    private static final byte[][] WORDS = {bytes("<!DOCTYPE"), bytes("<!ENTITY")};
    private static final int EBCDIC = 0x4c6fa794;
    private static final Pattern ENCODING =
            Pattern.compile("^\\P{ASCII}*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)");
    private static final Set<String> ENCODINGS =
            Set.of(
                    "utf-8",
                    "utf8",
                    "utf-16",
                    "utf-16le",
                    "utf-16be",
                    "us-ascii",
                    "ascii",
                    "iso-8859-1",
                    "windows-1252",
                    "gb18030",
                    "gbk",
                    "gb2312");

    private final StringBuilder head = new StringBuilder();
    private final int[] matched = new int[WORDS.length];

    /** Reads to the end. */
    static void look(InputStream content, byte[] buffer) throws IOException {
        Declarations declarations = new Declarations();
        for (int read; (read = content.read(buffer)) >= 0; ) {
            declarations.look(buffer, read);
        }
        declarations.mustBeKnownEncoding();
    }

    private void look(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte one = bytes[i];
            if (one == 0) {
                continue;
            }
            if (head.length() < 200) {
                head.append((char) (one & 0xff));
            }
            if (one == '<' || matched[0] > 0 || matched[1] > 0) {
                step(one);
            }
        }
    }

    private void step(byte one) {
        for (int word = 0; word < WORDS.length; word++) {
            byte[] wanted = WORDS[word];
            if (wanted[matched[word]] == one) {
                matched[word]++;
            } else {
                matched[word] = one == '<' ? 1 : 0;
            }
            if (matched[word] == wanted.length) {
                throw Refusal.invalid("file-entities", "/file");
            }
        }
    }

    private void mustBeKnownEncoding() {
        String start = head.toString();
        Matcher encoding = ENCODING.matcher(start);
        boolean unknown =
                encoding.find() && !ENCODINGS.contains(encoding.group(1).toLowerCase(Locale.ROOT));
        if (unknown || start.length() >= 4 && magic(start) == EBCDIC) {
            throw Refusal.invalid("file-entities", "/file");
        }
    }

    private static int magic(String start) {
        return start.charAt(0) << 24
                | start.charAt(1) << 16
                | start.charAt(2) << 8
                | start.charAt(3);
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
