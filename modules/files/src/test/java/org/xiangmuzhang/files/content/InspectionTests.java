package org.xiangmuzhang.files.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.bombs.Bombs;
import org.xiangmuzhang.bombs.Zips;
import org.xiangmuzhang.bombs.Zips.Entry;
import org.xiangmuzhang.kernel.Refusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** What people really send goes through, however large and however it was written. */
class InspectionTests {

    @Test
    void takesATextWithASheetAPackedDrawingAndPictures() {
        byte[] sheet =
                Zips.of(
                        new Entry("[Content_Types].xml", Zips.xml("<Types/>")),
                        new Entry("xl/workbook.xml", Zips.xml("<workbook/>")),
                        new Entry("xl/媒体/图.png", Bombs.png(800, 600)));
        byte[] text =
                Zips.of(
                        new Entry("[Content_Types].xml", utf16("<?xml encoding=\"UTF-16\"?><T/>")),
                        new Entry(
                                "word/document.xml",
                                Zips.xml("<?xml version='1.0' encoding='UTF-8'?><d>&lt;!DOC</d>")),
                        new Entry("word/embeddings/表.xlsx", sheet),
                        new Entry("word/media/a.emz", Bombs.gzip(new byte[9_000])),
                        new Entry("word/media/a.jpg", Bombs.jpeg(4_000, 3_000)),
                        new Entry("word/media/空.bin", new byte[0]));

        assertThat(kind("a.docx", text)).isEqualTo(FileKind.DOCX);
    }

    @Test
    void takesASheetWhoseSizesAreWrittenWide() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setUseZip64(Zip64Mode.Always);
            for (String name : new String[] {"[Content_Types].xml", "xl/workbook.xml"}) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(Zips.xml("<x/>"));
                zip.closeArchiveEntry();
            }
        }

        assertThat(kind("a.xlsx", bytes.toByteArray())).isEqualTo(FileKind.XLSX);
    }

    @Test
    void takesALargeSheetThatPacksWell() {
        StringBuilder rows = new StringBuilder("<sheetData>");
        Random random = new Random(7);
        while (rows.length() < 20_000_000) {
            rows.append("<row><c t=\"n\"><v>").append(random.nextInt(100)).append("</v></c></row>");
        }
        byte[] sheet =
                Zips.of(
                        new Entry("[Content_Types].xml", Zips.xml("<Types/>")),
                        new Entry("xl/workbook.xml", Zips.xml("<workbook/>")),
                        new Entry("xl/worksheets/sheet1.xml", Zips.xml(rows.toString())));

        assertThat(kind("a.xlsx", sheet)).isEqualTo(FileKind.XLSX);
    }

    @Test
    void takesPdfStreamsOfAllSorts() {
        byte[] drawing = "0 0 m 1 1 l S\n".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        for (String filter :
                new String[] {
                    "/Filter/FlateDecode",
                    "/Filter [ /ASCII85Decode /FlateDecode ]",
                    "/Filter 9 0 R",
                    "/Subtype/Image /Width 9933 /Height 14043 /Filter/DCTDecode",
                    "/Subtype/Image /Width 12 0 R /Height 99999999"
                }) {
            byte[] pdf = Bombs.pdf(filter, Bombs.deflated(drawing));
            assertThat(kind("a.pdf", pdf)).as(filter).isEqualTo(FileKind.PDF);
        }
        assertThat(kind("a.pdf", Bombs.pdf("/Encrypt 8 0 R", random(50_000))))
                .isEqualTo(FileKind.PDF);
    }

    @Test
    void takesLargePicturesAsTheyAreScanned() {
        assertThat(kind("a.png", Bombs.png(14_043, 9_933))).isEqualTo(FileKind.PNG);
        assertThat(kind("a.jpeg", Bombs.jpeg(14_043, 9_933))).isEqualTo(FileKind.JPEG);
    }

    @Test
    void brokenContainersAreRefusedInOrder() {
        byte[] whole = Zips.docx("word/a.xml", "<x/>");
        for (int cut = 1; cut < whole.length; cut += 7) {
            byte[] part = Arrays.copyOf(whole, cut);
            assertThatThrownBy(() -> kind("a.docx", part)).isInstanceOf(Refusal.class);
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(8).nextBytes(bytes);
        return bytes;
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16);
    }

    private static FileKind kind(String name, byte[] content) {
        return Inspection.of(ByteBuffer.wrap(content), name);
    }
}
