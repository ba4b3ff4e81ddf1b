package org.xiangmuzhang.files;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Uploading files, one at a time, and getting them back; nothing is ever shown in place. */
@RestController
@RequestMapping("/api/files")
class FileResource {

    private final Files files;
    private final Reach reach;

    FileResource(Files files, ObjectProvider<Reach> reach) {
        this.files = files;
        this.reach = reach.getIfAvailable(() -> Reach::ownPlace);
    }

    /** What callers hear of a file. */
    record FileView(
            UUID id,
            String sha256,
            String name,
            String mediaType,
            long size,
            UUID uploadedBy,
            Instant at) {

        static FileView of(StoredFile file) {
            return new FileView(
                    file.id(),
                    file.sha256(),
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.uploadedBy(),
                    file.at());
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FileView> upload(@RequestPart("file") MultipartFile file, Actor actor)
            throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            StoredFile stored =
                    files.store(actor.region(), actor, name == null ? "" : name, content);
            return ResponseEntity.created(URI.create("/api/files/" + stored.id()))
                    .body(FileView.of(stored));
        }
    }

    @GetMapping("/{id}")
    FileView file(@PathVariable UUID id, Actor actor) {
        return FileView.of(visible(id, actor));
    }

    @GetMapping("/{id}/content")
    ResponseEntity<Resource> content(@PathVariable UUID id, Actor actor) {
        StoredFile file = visible(id, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(new InputStreamResource(() -> files.open(file.id())));
    }

    private StoredFile visible(UUID id, Actor actor) {
        return files.byId(id)
                .filter(file -> file.isVisibleTo(actor, reach))
                .orElseThrow(() -> Refusal.notFound("file-unknown"));
    }
}
