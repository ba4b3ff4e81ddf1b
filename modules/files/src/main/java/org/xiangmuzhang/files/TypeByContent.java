package org.xiangmuzhang.files;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds a file's media type from its bytes: magic numbers by Tika's detector (no parser ever runs),
 * and for zip containers the names in their directory (nothing is unpacked).
 */
final class TypeByContent {

    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

    private TypeByContent() {}

    static String of(Path file) throws IOException {
        MediaType detected;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            detected = MAGIC.detect(bytes, new Metadata()).getBaseType();
        }
        return MAGIC.getMediaTypeRegistry().isInstanceOf(detected, MediaType.APPLICATION_ZIP)
                ? zipped(file)
                : detected.toString();
    }

    private static String zipped(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("OFD.xml") != null) {
                return FileKind.OFD.mediaType();
            }
            if (zip.getEntry("[Content_Types].xml") != null) {
                if (zip.getEntry("word/document.xml") != null) {
                    return FileKind.DOCX.mediaType();
                }
                if (zip.getEntry("xl/workbook.xml") != null) {
                    return FileKind.XLSX.mediaType();
                }
            }
            return "application/zip";
        } catch (ZipException e) {
            return "application/octet-stream";
        }
    }
}
