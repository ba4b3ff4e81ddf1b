package org.xiangmuzhang.steward.adapter.in;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.xiangmuzhang.steward.port.in.Fetching;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

/** A paper as an answer: always saved, never shown inside the page. */
public final class Downloads {

    private static final JsonMapper JSON = new JsonMapper();

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

    /** A paper of the service file as a spreadsheet opens it. */
    public static ResponseEntity<byte[]> csv(ServicePaper paper) {
        return saved(
                ServicePapers.csv(paper).getBytes(StandardCharsets.UTF_8),
                paper,
                "csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    /** The same as data. */
    public static ResponseEntity<byte[]> json(ServicePaper paper) {
        return saved(JSON.writeValueAsBytes(paper), paper, "json", MediaType.APPLICATION_JSON);
    }

    private static ResponseEntity<byte[]> saved(
            byte[] content, ServicePaper paper, String extension, MediaType type) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "%s-%s-%d.%s"
                                                .formatted(
                                                        paper.projectCode(),
                                                        paper.title(),
                                                        paper.version(),
                                                        extension),
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .body(content);
    }
}
