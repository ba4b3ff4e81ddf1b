package org.xiangmuzhang.steward.adapter.in;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.xiangmuzhang.steward.port.in.Fetching;

import java.nio.charset.StandardCharsets;

/** A paper as an answer: always saved, never shown inside the page. */
public final class Downloads {

    private Downloads() {}

    public static ResponseEntity<InputStreamResource> of(Fetching.Paper paper) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(paper.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(paper.mediaType()))
                .contentLength(paper.size())
                .body(new InputStreamResource(paper.content()));
    }
}
