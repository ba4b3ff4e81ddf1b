package org.xiangmuzhang.intake.adapter.in;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.xiangmuzhang.intake.port.in.Document;

import java.nio.charset.StandardCharsets;

/** A stored file as an answer: always saved, never shown inside the page. */
public final class Downloads {

    private Downloads() {}

    public static ResponseEntity<InputStreamResource> of(Document document) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.size())
                .body(new InputStreamResource(document.content()));
    }
}
