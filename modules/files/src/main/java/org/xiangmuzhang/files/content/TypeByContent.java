package org.xiangmuzhang.files.content;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Finds a file's media type from its bytes: magic numbers by Tika's detector (no parser ever runs),
 * and for zip containers the names in their directory (nothing is unpacked).
 */
final class TypeByContent {

    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

    private TypeByContent() {}

    static String of(ByteBuffer content) {
        MediaType detected;
        try (InputStream bytes = new BufferedInputStream(new Bytes(content))) {
            detected = MAGIC.detect(bytes, new Metadata()).getBaseType();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MAGIC.getMediaTypeRegistry().isInstanceOf(detected, MediaType.APPLICATION_ZIP)
                ? Archive.find(content).map(Archive::mediaType).orElse("application/octet-stream")
                : detected.toString();
    }
}
