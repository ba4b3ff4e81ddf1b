package org.xiangmuzhang.bombs;

import org.xiangmuzhang.bombs.Zips.Entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Files that are made to harm whoever opens them, each small enough to be sent. */
public final class Bombs {

    /** More than may come out of any file. */
    private static final long MUCH = 300L * 1024 * 1024;

    private static final String LAUGHS =
            "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;\">]>"
                    + "<l>&b;</l>";
    private static final byte[] SEVEN = HexFormat.of().parseHex("377abcaf271c0004000000000000");
    private static final byte[] PDF = ascii("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

    private Bombs() {}

    /**
     * One of them.
     *
     * @param what kind of bomb it is
     * @param rule by which it is refused
     */
    public record Bomb(String what, String name, String rule, Supplier<byte[]> content) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** Every kind. */
    public static List<Bomb> all() {
        return List.of(
                bomb(
                        "archive in an archive in an archive",
                        "a.docx",
                        "file-archive-inside",
                        () -> Zips.docx("word/a.zip", inside(inside(Zips.xml("<x/>"))))),
                bomb(
                        "archive in a gzip in an archive",
                        "a.docx",
                        "file-archive-inside",
                        () -> Zips.docx("word/media/a.emz", gzip(inside(Zips.xml("<x/>"))))),
                bomb("archive of another kind", "a.xlsx", "file-type-unknown", () -> SEVEN),
                bomb(
                        "archive of another kind in an archive",
                        "a.docx",
                        "file-archive-inside",
                        () -> Zips.docx("word/a.bin", SEVEN)),
                bomb(
                        "three hundred thousand entries",
                        "a.docx",
                        "file-entries",
                        () -> Zips.repeated(Zips.docx("a", "<x/>"), 300_000, 0xffff)),
                bomb(
                        "as many that it does not admit",
                        "a.docx",
                        "file-entries",
                        () -> Zips.repeated(Zips.docx("a", "<x/>"), 300_000, 3)),
                bomb(
                        "many entries of an archive inside",
                        "a.docx",
                        "file-entries",
                        () -> Zips.docx("word/a.xlsx", many(11_000))),
                bomb(
                        "entries that share their bytes",
                        "a.docx",
                        "file-unreadable",
                        () -> Zips.repeated(Zips.docxOfZeros(10_000_000), 5_000, 5_003)),
                bomb(
                        "entry above",
                        "a.docx",
                        "file-entry-name",
                        () -> Zips.docx("../../etc/cron.d/x", "<x/>")),
                bomb(
                        "entry above, in Windows",
                        "a.docx",
                        "file-entry-name",
                        () -> Zips.docx("word\\..\\..\\x.exe", "<x/>")),
                bomb(
                        "entry at the root",
                        "a.ofd",
                        "file-entry-name",
                        () ->
                                Zips.of(
                                        new Entry("OFD.xml", ascii("<x/>")),
                                        new Entry("/etc/passwd", ascii("x")))),
                bomb(
                        "entry on a drive",
                        "a.docx",
                        "file-entry-name",
                        () -> Zips.docx("C:/Windows/x", "<x/>")),
                bomb(
                        "entry with a zero in its name",
                        "a.docx",
                        "file-entry-name",
                        () -> Zips.renamed(Zips.docx("word/a.xml", "<x/>"), "word/a\0xml")),
                bomb(
                        "entry that is a link",
                        "a.docx",
                        "file-entry-name",
                        () -> Zips.with(Zips.docx("word/a", "../../x"), 38, 0, 0, 0xff, 0xa1)),
                bomb(
                        "entry above, in an archive inside",
                        "a.docx",
                        "file-entry-name",
                        () -> Zips.docx("word/a.xlsx", Zips.of(new Entry("../x", ascii("x"))))),
                bomb(
                        "entry of two names",
                        "a.docx",
                        "file-unreadable",
                        () -> Zips.with(Zips.docx("word/a", "<x/>"), 46, 'W')),
                bomb(
                        "locked entry",
                        "a.docx",
                        "file-unreadable",
                        () -> Zips.with(Zips.docx("word/a", "<x/>"), 8, 9)),
                bomb("zeros", "a.docx", "file-unpacks-too-large", () -> Zips.docxOfZeros(MUCH)),
                bomb(
                        "zeros in an archive inside",
                        "a.docx",
                        "file-unpacks-too-large",
                        () -> Zips.docx("word/a.docx", Zips.docxOfZeros(MUCH / 2))),
                bomb(
                        "png of 60000 by 60000",
                        "a.png",
                        "file-picture-too-large",
                        () -> png(60_000, 60_000)),
                bomb(
                        "png wider than a number",
                        "a.png",
                        "file-picture-too-large",
                        () -> png(-1, -1)),
                bomb(
                        "png with a profile of zeros",
                        "a.png",
                        "file-unpacks-too-large",
                        () -> pngWithProfile(MUCH / 10)),
                bomb(
                        "jpeg of 60000 by 60000",
                        "a.jpg",
                        "file-picture-too-large",
                        () -> jpeg(60_000, 60_000)),
                bomb(
                        "tiff of 60000 by 60000",
                        "a.tiff",
                        "file-type-unknown",
                        () -> tiff(60_000, 60_000)),
                bomb(
                        "png in a text",
                        "a.docx",
                        "file-picture-too-large",
                        () -> Zips.docx("word/media/a.png", png(60_000, 60_000))),
                bomb(
                        "jpeg in a text",
                        "a.docx",
                        "file-picture-too-large",
                        () -> Zips.docx("word/media/a.jpg", jpeg(60_000, 60_000))),
                bomb(
                        "tiff in a text",
                        "a.docx",
                        "file-picture-too-large",
                        () -> Zips.docx("word/media/a.tiff", tiff(60_000, 60_000))),
                bomb(
                        "gif in a text",
                        "a.docx",
                        "file-picture-too-large",
                        () ->
                                Zips.docx(
                                        "word/media/a.gif",
                                        HexFormat.of().parseHex("47494638396160ea60ea000000"))),
                bomb(
                        "bitmap in a text",
                        "a.docx",
                        "file-picture-too-large",
                        () ->
                                Zips.docx(
                                        "word/media/a.bmp",
                                        HexFormat.of()
                                                .parseHex(
                                                        "424d000000000000000036000000"
                                                                + "2800000060ea000060ea0000"))),
                bomb(
                        "entities in a text",
                        "a.docx",
                        "file-entities",
                        () -> Zips.docx("word/styles.xml", LAUGHS)),
                bomb(
                        "entities in a sheet",
                        "a.xlsx",
                        "file-entities",
                        () ->
                                Zips.of(
                                        new Entry("[Content_Types].xml", ascii(LAUGHS)),
                                        new Entry("xl/workbook.xml", ascii("<x/>")))),
                bomb(
                        "entities in two bytes to a character",
                        "a.docx",
                        "file-entities",
                        () ->
                                Zips.docx(
                                        "word/styles.xml",
                                        LAUGHS.getBytes(StandardCharsets.UTF_16))),
                bomb(
                        "entities in an encoding that hides them",
                        "a.docx",
                        "file-entities",
                        () ->
                                Zips.docx(
                                        "word/styles.xml",
                                        "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-DOCTYPE"
                                                + " x>")),
                bomb(
                        "entities in EBCDIC",
                        "a.docx",
                        "file-entities",
                        () ->
                                Zips.docx(
                                        "word/styles.xml",
                                        LAUGHS.getBytes(Charset.forName("IBM037")))),
                bomb(
                        "entities in a drawing in a text",
                        "a.docx",
                        "file-entities",
                        () -> Zips.docx("word/media/a.svg", LAUGHS)),
                bomb("entities in a drawing", "a.svg", "file-type-unknown", () -> ascii(LAUGHS)),
                bomb(
                        "entities in an archive inside",
                        "a.docx",
                        "file-entities",
                        () ->
                                Zips.docx(
                                        "word/a.xlsx",
                                        Zips.of(new Entry("xl/workbook.xml", ascii(LAUGHS))))),
                bomb(
                        "program under another name",
                        "a.pdf",
                        "file-type-unknown",
                        () -> HexFormat.of().parseHex("4d5a90000300000004000000ffff0000b800")),
                bomb(
                        "program that holds a pdf",
                        "a.pdf",
                        "file-two-kinds",
                        () -> Zips.joined(ascii("junk %!x\n"), PDF)),
                bomb(
                        "pdf that is an archive",
                        "a.pdf",
                        "file-two-kinds",
                        () -> Zips.joined(PDF, Zips.docx("a", "<x/>"))),
                bomb(
                        "picture that is an archive",
                        "a.png",
                        "file-two-kinds",
                        () -> Zips.joined(png(1, 1), Zips.docx("a", "<x/>"))),
                bomb(
                        "text that is an archive",
                        "a.txt",
                        "file-two-kinds",
                        () -> Zips.joined(ascii("text\n".repeat(20_000)), Zips.docx("a", "<x/>"))),
                bomb(
                        "text that is a pdf",
                        "a.csv",
                        "file-two-kinds",
                        () -> Zips.joined(ascii("a,b\n".repeat(200)), PDF)),
                bomb(
                        "archive that is a pdf",
                        "a.docx",
                        "file-two-kinds",
                        () ->
                                Zips.of(
                                        new Entry("%PDF-1.7", ascii("x")),
                                        new Entry("[Content_Types].xml", ascii("<x/>")),
                                        new Entry("word/document.xml", ascii("<x/>")))),
                bomb(
                        "pdf stream of zeros",
                        "a.pdf",
                        "file-unpacks-too-large",
                        () -> pdf("/Filter /FlateDecode", deflated(MUCH))),
                bomb(
                        "pdf stream of zeros without its filter",
                        "a.pdf",
                        "file-unpacks-too-large",
                        () -> pdf("/Filter 9 0 R", deflated(MUCH))),
                bomb(
                        "pdf streams, many of them",
                        "a.pdf",
                        "file-unpacks-too-large",
                        Bombs::manyStreams),
                bomb(
                        "pdf stream packed twice",
                        "a.pdf",
                        "file-archive-inside",
                        () -> pdf("/Filter [/FlateDecode /FlateDecode]", deflated(9))),
                bomb(
                        "pdf stream packed twice under hidden names",
                        "a.pdf",
                        "file-archive-inside",
                        () -> pdf("/Filter [/Fl#61teDecode /L#5aWDecode]", deflated(9))),
                bomb(
                        "pdf stream packed twice, told elsewhere",
                        "a.pdf",
                        "file-archive-inside",
                        () -> pdf("/Filter 9 0 R", deflated(deflated(9)))),
                bomb(
                        "pdf picture of 60000 by 60000",
                        "a.pdf",
                        "file-picture-too-large",
                        () ->
                                pdf(
                                        "/Subtype/Image/Width 60000/Height"
                                                + " 60000/Filter/JBIG2Decode",
                                        new byte[9])));
    }

    private static Bomb bomb(String what, String name, String rule, Supplier<byte[]> content) {
        return new Bomb(what, name, rule, content);
    }

    private static byte[] inside(byte[] content) {
        return Zips.of(new Entry("a", content));
    }

    private static byte[] many(int entries) {
        Entry[] all = new Entry[entries];
        for (int i = 0; i < entries; i++) {
            all[i] = new Entry("a" + i, ascii("<x/>"));
        }
        return Zips.of(all);
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(long zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            byte[] some = new byte[64 * 1024];
            for (long left = zeros; left > 0; left -= some.length) {
                out.write(some, 0, (int) Math.min(left, some.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] png(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        head.put(new byte[] {8, 6, 0, 0, 0});
        return Zips.joined(
                HexFormat.of().parseHex("89504e470d0a1a0a"),
                part("IHDR", head.array()),
                part("IEND", new byte[0]));
    }

    private static byte[] pngWithProfile(long zeros) {
        byte[] png = png(1, 1);
        return Zips.joined(
                Arrays.copyOf(png, png.length - 12),
                part("iCCP", Zips.joined(ascii("a\0\0"), deflated(zeros))),
                part("IEND", new byte[0]));
    }

    private static byte[] part(String type, byte[] content) {
        byte[] typed = Zips.joined(ascii(type), content);
        CRC32 sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(content.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    public static byte[] jpeg(int width, int height) {
        ByteBuffer frame = ByteBuffer.allocate(19).putShort((short) 0xffc0).putShort((short) 17);
        frame.put((byte) 8).putShort((short) height).putShort((short) width).put((byte) 3);
        return Zips.joined(
                HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000"),
                HexFormat.of().parseHex("fffe0008ffc0ffc0ffd9"),
                frame.array(),
                HexFormat.of().parseHex("ffda0000ffd9"));
    }

    private static byte[] tiff(int width, int height) {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x002a4949)
                .putInt(16)
                .putLong(0)
                .putShort((short) 2)
                .putShort((short) 256)
                .putShort((short) 4)
                .putInt(1)
                .putInt(width)
                .putShort((short) 257)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) height)
                .array();
    }

    public static byte[] pdf(String dictionary, byte[] stream) {
        return Zips.joined(
                ascii("%PDF-1.7\n"),
                object(dictionary, stream),
                ascii("trailer<</Root 1 0 R>>\n%%EOF\n"));
    }

    private static byte[] object(String dictionary, byte[] stream) {
        return Zips.joined(
                ascii("7 0 obj\n<</Length " + stream.length + " " + dictionary + ">>\nstream\r\n"),
                stream,
                ascii("\nendstream\nendobj\n"));
    }

    private static byte[] manyStreams() {
        byte[] one = object("/Filter/FlateDecode", deflated(1_000_000));
        byte[][] all = new byte[300][];
        Arrays.fill(all, one);
        return Zips.joined(ascii("%PDF-1.7\n"), Zips.joined(all), ascii("%%EOF\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
