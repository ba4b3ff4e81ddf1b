package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.port.in.Importing;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whole tables as CSV: one as the body, or several as parts that are named for their tables. No
 * more is read of them than an import may have.
 */
@RestController
@RequestMapping("/api/catalog/imports")
class RestImports {

    private final Importing importing;
    private final FaultSentences sentences;

    RestImports(Importing importing, FaultSentences sentences) {
        this.importing = importing;
        this.sentences = sentences;
    }

    @PostMapping(path = "/{table}", consumes = "text/csv")
    ResponseEntity<?> one(
            @PathVariable String table,
            @RequestParam @Nullable Region region,
            @RequestBody byte[] content,
            Actor actor,
            Locale locale) {
        return take(Map.of(table, content), region, actor, locale);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> several(
            MultipartHttpServletRequest request,
            @RequestParam @Nullable Region region,
            Actor actor,
            Locale locale)
            throws IOException {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        int room = Importing.LARGEST + 1;
        for (Map.Entry<String, MultipartFile> part : request.getFileMap().entrySet()) {
            try (InputStream content = part.getValue().getInputStream()) {
                byte[] table = content.readNBytes(room);
                room -= table.length;
                tables.put(part.getKey(), table);
            }
        }
        return take(tables, region, actor, locale);
    }

    private ResponseEntity<?> take(
            Map<String, byte[]> tables, @Nullable Region region, Actor actor, Locale locale) {
        try {
            return ResponseEntity.ok(
                    importing.importTables(
                            tables, region == null ? Region.TEMPLATE : region, actor));
        } catch (TablesRefused refused) {
            return ResponseEntity.unprocessableContent()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(sentences.problem(refused, locale));
        }
    }
}
