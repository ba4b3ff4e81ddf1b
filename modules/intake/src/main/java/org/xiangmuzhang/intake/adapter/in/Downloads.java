package org.xiangmuzhang.intake.adapter.in;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.xiangmuzhang.intake.port.in.Document;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A stored file as an answer: saved, or shown in a window of its own where that is harmless. */
public final class Downloads {

    /** What a browser shows without running anything of it. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/png", "image/jpeg");

    private Downloads() {}

    public static ResponseEntity<InputStreamResource> of(Document document) {
        return of(document, ContentDisposition.attachment());
    }

    /** To look at: what cannot be shown is saved. */
    public static ResponseEntity<InputStreamResource> preview(Document document) {
        return of(
                document,
                SHOWN.contains(document.mediaType())
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment());
    }

    private static ResponseEntity<InputStreamResource> of(
            Document document, ContentDisposition.Builder disposition) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.size())
                .body(new InputStreamResource(document.content()));
    }
}
