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
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.domain.Arrangement;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.port.in.KeepingCalendar;
import org.xiangmuzhang.catalog.port.in.KeepingCalendar.Proposed;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The working calendar, year by year. */
@RestController
@RequestMapping("/api/catalog")
class RestCalendar {

    private final KeepingCalendar calendar;
    private final FaultSentences sentences;

    RestCalendar(KeepingCalendar calendar, FaultSentences sentences) {
        this.calendar = calendar;
        this.sentences = sentences;
    }

    /** What is proposed, and why. */
    record YearProposal(Arrangement arrangement, String reason) {}

    /**
     * What waits for a second editor.
     *
     * @param differing days on which work begins or ends
     * @param touched what counts days from the first of them on
     */
    record ProposedYear(
            int year,
            int number,
            UUID proposedBy,
            Instant proposedAt,
            Arrangement arrangement,
            List<KeepingCalendar.Differing> differing,
            List<Dependents.Line> touched) {}

    @GetMapping("/calendar/{year}")
    KeepingCalendar.Year year(@PathVariable int year) {
        return calendar.year(year);
    }

    @GetMapping("/calendar-versions")
    List<KeepingCalendar.Version> versions() {
        return calendar.versions();
    }

    @GetMapping("/calendar/{year}/proposal")
    ResponseEntity<ProposedYear> proposal(@PathVariable int year, Actor actor) {
        Proposed proposed = calendar.proposed(year, actor);
        if (proposed == null) {
            throw Refusal.notFound("calendar-nothing-proposed", Integer.toString(year));
        }
        return answer(HttpStatus.OK, year, proposed);
    }

    /** Proposes the year, whose every day that differs from the plain week is named. */
    @PostMapping("/calendar/{year}/proposals")
    ResponseEntity<?> propose(
            @PathVariable int year,
            @RequestBody YearProposal proposal,
            Actor actor,
            Locale locale) {
        try {
            return answer(
                    HttpStatus.CREATED,
                    year,
                    calendar.propose(year, proposal.arrangement(), proposal.reason(), actor));
        } catch (TablesRefused refused) {
            return ResponseEntity.unprocessableContent()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(sentences.problem(refused, locale));
        }
    }

    /** Decides on the proposal that waits, whose number is the entity tag. */
    @PostMapping("/calendar/{year}/proposal/decision")
    ResponseEntity<Void> decide(
            @PathVariable int year,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LocalWayDetail.LocalDecision decision,
            Actor actor) {
        Proposed proposed = calendar.proposed(year, actor);
        int number = proposed == null ? 0 : proposed.version().number();
        EntityTags.check(ifMatch, number);
        calendar.decide(year, number, decision.outcome(), decision.reason(), actor);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<ProposedYear> answer(
            HttpStatus status, int year, Proposed proposed) {
        SettingVersion version = proposed.version();
        return EntityTags.tag(ResponseEntity.status(status), version.number())
                .body(
                        new ProposedYear(
                                year,
                                version.number(),
                                version.proposedBy(),
                                version.proposedAt(),
                                proposed.arrangement(),
                                proposed.differing(),
                                proposed.touched()));
    }
}
