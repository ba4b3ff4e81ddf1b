package org.xiangmuzhang.files.content;

import org.xiangmuzhang.kernel.Refusal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The streams of a PDF, found by their keyword as a repairing reader finds them: each that is
 * deflated is counted through, none may be packed twice, no picture may be too large.
 */
final class Pages {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 8192;

    /** What looking at one costs, in bytes that could have been unpacked meanwhile. */
    private static final int ATTEMPT = 1024;

    private static final Pattern PACKED =
            Pattern.compile("/(FlateDecode|LZWDecode|RunLengthDecode|Fl|LZW|RL)(?![A-Za-z0-9])");
    private static final Pattern FILTER_ELSEWHERE = Pattern.compile("/Filter\\s+\\d+\\s+\\d+\\s+R");
    private static final Pattern HIDDEN = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern WIDTH = Pattern.compile("/Width\\s+(\\d{1,9})(?![\\d\\s]*R)");
    private static final Pattern HEIGHT = Pattern.compile("/Height\\s+(\\d{1,9})(?![\\d\\s]*R)");

    private final ByteBuffer content;
    private final Unpacking unpacking;
    private final byte[] unpacked = new byte[32 * 1024];

    private Pages(ByteBuffer content, Unpacking unpacking) {
        this.content = content;
        this.unpacking = unpacking;
    }

    static void look(ByteBuffer content, Unpacking unpacking) {
        new Pages(content.slice(), unpacking).look();
    }

    private void look() {
        Inflater inflater = new Inflater();
        try {
            int done = 0;
            for (int at = 0; at < content.limit() - STREAM.length; at++) {
                if (content.get(at) == 's' && isStream(at)) {
                    String dictionary = dictionary(Math.max(done, at - DICTIONARY), at);
                    look(dictionary);
                    int data = data(at + STREAM.length);
                    inflater.reset();
                    int used = unpack(inflater, data, FILTER_ELSEWHERE.matcher(dictionary).find());
                    done = data + used;
                    at = Math.max(at, done - 1);
                }
            }
        } finally {
            inflater.end();
        }
    }

    private boolean isStream(int at) {
        for (int i = 1; i < STREAM.length; i++) {
            if (content.get(at + i) != STREAM[i]) {
                return false;
            }
        }
        int before = at - 1;
        while (before >= 0 && content.get(before) <= ' ' && content.get(before) >= 0) {
            before--;
        }
        return before >= 1 && content.get(before) == '>' && content.get(before - 1) == '>';
    }

    private int data(int afterWord) {
        int at = afterWord;
        while (at < content.limit() && (content.get(at) == '\r' || content.get(at) == '\n')) {
            at++;
        }
        return at;
    }

    private String dictionary(int from, int to) {
        byte[] bytes = new byte[Math.max(0, to - from)];
        content.get(from, bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String own = text.substring(text.lastIndexOf("obj") + 1);
        return HIDDEN.matcher(own)
                .replaceAll(
                        hidden ->
                                Matcher.quoteReplacement(
                                        Character.toString(Integer.parseInt(hidden.group(1), 16))));
    }

    private static void look(String dictionary) {
        if (PACKED.matcher(dictionary).results().limit(2).count() > 1) {
            throw Refusal.invalid("file-archive-inside", "/file");
        }
        Picture.mayBe(number(WIDTH, dictionary), number(HEIGHT, dictionary));
    }

    private static long number(Pattern name, String dictionary) {
        Matcher matcher = name.matcher(dictionary);
        long most = 0;
        while (matcher.find()) {
            most = Math.max(most, Long.parseLong(matcher.group(1)));
        }
        return most;
    }

    /**
     * Counts what comes out, and what goes in as well: nothing may come out of very much.
     *
     * @return how many bytes it took if it came to an end, else none
     */
    private int unpack(Inflater inflater, int from, boolean mayBePackedTwice) {
        unpacking.add(ATTEMPT);
        inflater.setInput(content.slice(from, content.limit() - from));
        long taken = 0;
        boolean first = true;
        try {
            while (!inflater.finished()) {
                int out = inflater.inflate(unpacked);
                long in = inflater.getBytesRead();
                unpacking.add(out + in - taken);
                taken = in;
                if (first && out > 1 && mayBePackedTwice && isPacked()) {
                    throw Refusal.invalid("file-archive-inside", "/file");
                }
                first = first && out == 0;
                if (out == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return 0;
                }
            }
            return Math.toIntExact(inflater.getBytesRead());
        } catch (DataFormatException notDeflated) {
            return 0;
        }
    }

    private boolean isPacked() {
        return (unpacked[0] & 0x0f) == 8
                && ((unpacked[0] & 0xff) << 8 | unpacked[1] & 0xff) % 31 == 0;
    }
}
