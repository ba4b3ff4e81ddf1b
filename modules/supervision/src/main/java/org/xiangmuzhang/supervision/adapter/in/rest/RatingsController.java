package org.xiangmuzhang.supervision.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.supervision.application.RatingMatters;
import org.xiangmuzhang.supervision.domain.Rating;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 好差评. */
@RestController
@RequestMapping("/api/supervision/ratings")
class RatingsController {

    private final RatingMatters rating;

    RatingsController(RatingMatters rating) {
        this.rating = rating;
    }

    /** Score 5 to 1; remark of at most 2000 characters, or none. */
    record Opinion(UUID application, int score, @Nullable String remark) {}

    /** A rating with its remark in words. */
    record RatingResource(
            UUID application,
            String region,
            @Nullable UUID project,
            UUID enterprise,
            int score,
            boolean bad,
            @Nullable String remark,
            LocalDate on) {

        static RatingResource of(Rating rated, Map<UUID, String> texts) {
            return new RatingResource(
                    rated.application(),
                    rated.region().code(),
                    rated.project(),
                    rated.enterprise(),
                    rated.score(),
                    rated.isBad(),
                    rated.remark() == null ? null : texts.get(rated.remark()),
                    rated.on());
        }
    }

    @PostMapping
    ResponseEntity<RatingResource> rate(@RequestBody Opinion opinion, Actor actor) {
        Rating rated = rating.rate(opinion.application(), opinion.score(), opinion.remark(), actor);
        return ResponseEntity.created(URI.create("/api/supervision/ratings/" + rated.application()))
                .body(RatingResource.of(rated, rating.texts(List.of(rated))));
    }

    @GetMapping("/{application}")
    RatingResource rating(@PathVariable UUID application, Actor actor) {
        Rating rated =
                rating.of(application, actor)
                        .orElseThrow(() -> Refusal.notFound("not-rated", application));
        return RatingResource.of(rated, rating.texts(List.of(rated)));
    }

    @GetMapping
    Page<RatingResource> ratings(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        List<Rating> found = rating.ratings(actor, place(Cursor.parse(after, 2)), size + 1);
        Map<UUID, String> texts = rating.texts(found);
        return Page.of(found, size, rated -> Cursor.of(rated.on(), rated.application()))
                .map(rated -> RatingResource.of(rated, texts));
    }

    private static Rating.@Nullable Place place(@Nullable Cursor cursor) {
        return cursor == null ? null : new Rating.Place(cursor.date(0), cursor.id(1));
    }
}
