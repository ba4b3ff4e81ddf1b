package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.adapter.in.rest.GapSentences.GapLine;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.GuideRefused;
import org.xiangmuzhang.catalog.port.in.EditingGuides;
import org.xiangmuzhang.catalog.port.in.EditingGuides.GuideWork;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Guides on the editor's desk; without a place, that of the editor's post. */
@RestController
@RequestMapping("/api/catalog/guides/{code}")
class RestGuideDrafts {

    private final EditingGuides editing;
    private final GapSentences sentences;

    RestGuideDrafts(EditingGuides editing, GapSentences sentences) {
        this.editing = editing;
        this.sentences = sentences;
    }

    /**
     * @param version of the draft, also the entity tag; 0 when none is saved
     * @param guide the draft, else what holds at the place; null when there is only a proposal
     * @param holding version that holds at the place today
     */
    record DraftDetail(
            Region region,
            String code,
            long version,
            @Nullable Guide guide,
            List<GapLine> gaps,
            @Nullable String holding,
            @Nullable ProposedGuide proposal) {}

    /** What waits for a second editor. */
    record ProposedGuide(
            int number,
            LocalDate from,
            @Nullable LocalDate until,
            UUID proposedBy,
            Instant proposedAt,
            @Nullable Guide guide) {}

    /** When the draft is to hold, and why. */
    record GuideProposal(LocalDate from, @Nullable LocalDate until, String reason) {}

    @GetMapping("/draft")
    ResponseEntity<DraftDetail> draft(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            Actor actor,
            Locale locale) {
        return answer(HttpStatus.OK, editing.work(place(region, actor), code, actor), locale);
    }

    /** Saves the draft whole. The entity tag is the version that was seen, "0" for none. */
    @PutMapping("/draft")
    ResponseEntity<DraftDetail> save(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Guide guide,
            Actor actor,
            Locale locale) {
        Region place = place(region, actor);
        long before = seen(place, code, ifMatch, actor);
        return answer(HttpStatus.OK, editing.save(place, code, guide, before, actor), locale);
    }

    /** The version that the caller decided on; 0 where there is nothing yet. */
    private long seen(Region place, String code, @Nullable String ifMatch, Actor actor) {
        long version = editing.find(place, code, actor).map(GuideWork::version).orElse(0L);
        EntityTags.check(ifMatch, version);
        return version;
    }

    /** Hands the draft to a second editor. */
    @PostMapping("/proposals")
    ResponseEntity<?> propose(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody GuideProposal proposal,
            Actor actor,
            Locale locale) {
        Region place = place(region, actor);
        long before = seen(place, code, ifMatch, actor);
        try {
            GuideWork work =
                    editing.propose(
                            place,
                            code,
                            before,
                            proposal.from(),
                            proposal.until(),
                            proposal.reason(),
                            actor);
            return answer(HttpStatus.CREATED, work, locale);
        } catch (GuideRefused refused) {
            return problem(refused, locale);
        }
    }

    /** Decides on the proposal that waits, whose number is the entity tag. */
    @PostMapping("/proposal/decision")
    ResponseEntity<?> decide(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LocalWayDetail.LocalDecision decision,
            Actor actor,
            Locale locale) {
        Region place = place(region, actor);
        SettingVersion waiting = editing.work(place, code, actor).proposal();
        int number = waiting == null ? 0 : waiting.number();
        EntityTags.check(ifMatch, number);
        try {
            GuideWork work =
                    editing.decide(
                            place, code, number, decision.outcome(), decision.reason(), actor);
            return answer(HttpStatus.OK, work, locale);
        } catch (GuideRefused refused) {
            return problem(refused, locale);
        }
    }

    private ResponseEntity<?> problem(GuideRefused refused, Locale locale) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(sentences.problem(refused, locale));
    }

    private static Region place(@Nullable Region asked, Actor actor) {
        return asked == null ? actor.region() : asked;
    }

    private ResponseEntity<DraftDetail> answer(HttpStatus status, GuideWork work, Locale locale) {
        SettingVersion proposal = work.proposal();
        DraftDetail detail =
                new DraftDetail(
                        work.place(),
                        work.code(),
                        work.version(),
                        work.draft(),
                        sentences.lines(work.gaps(), locale),
                        work.holding() == null ? null : work.holding().text(),
                        proposal == null
                                ? null
                                : new ProposedGuide(
                                        proposal.number(),
                                        proposal.from(),
                                        proposal.until(),
                                        proposal.proposedBy(),
                                        proposal.proposedAt(),
                                        work.proposed() == null ? null : work.proposed().guide()));
        return EntityTags.tag(ResponseEntity.status(status), work.version()).body(detail);
    }
}
