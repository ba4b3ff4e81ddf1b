package org.xiangmuzhang.bombs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Containers, right ones and such as no tool makes. */
public final class Zips {

    private static final int END = 22;

    private Zips() {}

    /** Something to write under a name. */
    public record Entry(String name, byte[] content) {}

    public static byte[] of(Entry... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A text as an office writes it, with one more part. */
    public static byte[] docx(String name, byte[] content) {
        return of(
                new Entry("[Content_Types].xml", xml("<Types/>")),
                new Entry("word/document.xml", xml("<document/>")),
                new Entry(name, content));
    }

    public static byte[] docx(String name, String content) {
        return docx(name, xml(content));
    }

    public static byte[] xml(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A part of zeros, without holding them. */
    public static byte[] docxOfZeros(long size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"[Content_Types].xml", "word/document.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(xml("<x/>"));
            }
            zip.putNextEntry(new ZipEntry("word/zeros.bin"));
            byte[] zeros = new byte[64 * 1024];
            for (long left = size; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The last line of the directory, again and again; all of them lead to the same bytes. */
    public static byte[] repeated(byte[] zip, int times, int claimed) {
        int start = directory(zip);
        int last = lastLine(zip);
        int end = zip.length - END;
        int line = end - last;
        ByteBuffer more =
                ByteBuffer.allocate(end + line * times + END).order(ByteOrder.LITTLE_ENDIAN);
        more.put(zip, 0, end);
        for (int i = 0; i < times; i++) {
            more.put(zip, last, line);
        }
        more.put(zip, end, END);
        int at = end + line * times;
        more.putShort(at + 8, (short) claimed).putShort(at + 10, (short) claimed);
        more.putInt(at + 12, at - start);
        return more.array();
    }

    /** The name of the last entry, in the directory and before its content, as long as it is. */
    public static byte[] renamed(byte[] zip, String to) {
        byte[] name = to.getBytes(StandardCharsets.ISO_8859_1);
        byte[] renamed = zip.clone();
        System.arraycopy(name, 0, renamed, lastLine(zip) + 46, name.length);
        System.arraycopy(
                name, 0, renamed, little(zip).getInt(lastLine(zip) + 42) + 30, name.length);
        return renamed;
    }

    /** A few bytes of the directory's last line are others. */
    public static byte[] with(byte[] zip, int offset, int... bytes) {
        byte[] other = zip.clone();
        for (int i = 0; i < bytes.length; i++) {
            other[lastLine(zip) + offset + i] = (byte) bytes[i];
        }
        return other;
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static int directory(byte[] zip) {
        return little(zip).getInt(zip.length - END + 16);
    }

    private static int lastLine(byte[] zip) {
        ByteBuffer bytes = little(zip);
        int at = directory(zip);
        while (true) {
            int next =
                    at
                            + 46
                            + bytes.getShort(at + 28)
                            + bytes.getShort(at + 30)
                            + bytes.getShort(at + 32);
            if (next >= zip.length - END) {
                return at;
            }
            at = next;
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
