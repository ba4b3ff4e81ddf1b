package org.xiangmuzhang.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The least that makes a file of each kind. */
final class Samples {

    private Samples() {}

    static byte[] of(String extension) {
        return switch (extension) {
            case "pdf" -> text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
            case "png" -> hex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");
            case "jpg", "jpeg" -> hex("ffd8ffe000104a46494600010100000100010000ffd9");
            case "txt" -> text("项目建议书正文\n第一章\n");
            case "csv" -> text("序号,名称\n1,光伏电站\n");
            case "dwg" -> text("AC1032\0\0\0\0\0\0 drawing");
            case "docx" -> zip("[Content_Types].xml", "word/document.xml");
            case "xlsx" -> zip("[Content_Types].xml", "xl/workbook.xml");
            case "ofd" -> zip("OFD.xml", "Doc_0/Document.xml");
            case "zip" -> zip("readme.txt");
            case "exe" -> hex("4d5a90000300000004000000ffff0000b8000000000000004000000000000000");
            case "html" -> text("<!DOCTYPE html><html><body><script>1</script></body></html>");
            case "svg" ->
                    text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>");
            default -> throw new IllegalArgumentException(extension);
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] zip(String... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(text("<x/>"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
