package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.xiangmuzhang.catalog.adapter.in.TableParts;
import org.xiangmuzhang.catalog.adapter.in.rest.FaultSentences.FaultLine;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.port.in.Overriding.Conflict;
import org.xiangmuzhang.catalog.port.in.ProposingTables;
import org.xiangmuzhang.catalog.port.in.ProposingTables.ProposedTables;
import org.xiangmuzhang.catalog.port.in.ProposingTables.TableEffect;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.settings.SettingVersion;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Whole tables of the template as CSV: one as the body, or several as parts that are named for
 * their tables. No more is read of them than an import may have, and nothing holds before a second
 * editor agrees.
 */
@RestController
@RequestMapping("/api/catalog/imports")
class RestImports {

    private final ProposingTables proposing;
    private final FaultSentences sentences;

    RestImports(ProposingTables proposing, FaultSentences sentences) {
        this.proposing = proposing;
        this.sentences = sentences;
    }

    /**
     * What waits for a second editor, and what it would do.
     *
     * @param until last day on which it may be approved
     */
    record ProposedImport(
            int number,
            LocalDate until,
            UUID proposedBy,
            Instant proposedAt,
            List<TableEffect> tables,
            List<String> items,
            boolean calendar,
            List<Conflict> conflicts,
            List<Dependents.Line> touched,
            List<FaultLine> flags) {}

    @PostMapping(path = "/{table}", consumes = "text/csv")
    ResponseEntity<?> one(
            @PathVariable String table,
            @RequestParam String reason,
            @RequestParam @Nullable Region region,
            @RequestBody byte[] content,
            Actor actor,
            Locale locale) {
        return propose(Map.of(table, content), region, reason, actor, locale);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> several(
            MultipartHttpServletRequest request,
            @RequestParam String reason,
            @RequestParam @Nullable Region region,
            Actor actor,
            Locale locale)
            throws IOException {
        return propose(TableParts.read(request.getFileMap()), region, reason, actor, locale);
    }

    private ResponseEntity<?> propose(
            Map<String, byte[]> tables,
            @Nullable Region region,
            String reason,
            Actor actor,
            Locale locale) {
        return refusing(
                locale,
                () ->
                        answer(
                                HttpStatus.CREATED,
                                proposing.propose(
                                        tables,
                                        region == null ? Region.TEMPLATE : region,
                                        reason,
                                        actor),
                                locale));
    }

    @GetMapping("/proposal")
    ResponseEntity<?> proposal(Actor actor, Locale locale) {
        ProposedTables proposed = proposing.proposed(actor);
        if (proposed == null) {
            throw Refusal.notFound("tables-nothing-proposed");
        }
        return answer(HttpStatus.OK, proposed, locale);
    }

    /** Decides on the proposal that waits, whose number is the entity tag. */
    @PostMapping("/proposal/decision")
    ResponseEntity<?> decide(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LocalWayDetail.LocalDecision decision,
            Actor actor,
            Locale locale) {
        ProposedTables proposed = proposing.proposed(actor);
        int number = proposed == null ? 0 : proposed.version().number();
        EntityTags.check(ifMatch, number);
        return refusing(
                locale,
                () -> {
                    proposing.decide(number, decision.outcome(), decision.reason(), actor);
                    return ResponseEntity.noContent().build();
                });
    }

    private ResponseEntity<ProposedImport> answer(
            HttpStatus status, ProposedTables it, Locale locale) {
        SettingVersion version = it.version();
        return EntityTags.tag(ResponseEntity.status(status), version.number())
                .body(
                        new ProposedImport(
                                version.number(),
                                version.from(),
                                version.proposedBy(),
                                version.proposedAt(),
                                it.tables(),
                                it.items(),
                                it.calendar(),
                                it.conflicts(),
                                it.touched(),
                                it.flags().stream()
                                        .map(flag -> sentences.line(flag, locale))
                                        .toList()));
    }

    private ResponseEntity<?> refusing(Locale locale, Supplier<ResponseEntity<?>> work) {
        try {
            return work.get();
        } catch (TablesRefused refused) {
            return ResponseEntity.unprocessableContent()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(sentences.problem(refused, locale));
        }
    }
}
