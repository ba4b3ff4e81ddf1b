package org.xiangmuzhang.land.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.land.application.PreparingParcels;
import org.xiangmuzhang.land.application.ReadingParcels;
import org.xiangmuzhang.land.application.TransferringParcels;
import org.xiangmuzhang.land.domain.CheckedWhen;
import org.xiangmuzhang.land.domain.ParcelFacts;
import org.xiangmuzhang.land.domain.ParcelNumber;
import org.xiangmuzhang.land.domain.ParcelState;
import org.xiangmuzhang.land.domain.PlanningConditions;
import org.xiangmuzhang.land.domain.Verdict;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

@RestController
@RequestMapping("/api/land/parcels")
class ParcelsController {

    private final PreparingParcels preparing;
    private final TransferringParcels transferring;
    private final ReadingParcels reading;
    private final Clock clock;

    ParcelsController(
            PreparingParcels preparing,
            TransferringParcels transferring,
            ReadingParcels reading,
            Clock clock) {
        this.preparing = preparing;
        this.transferring = transferring;
        this.reading = reading;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<ParcelResource> prepare(@RequestBody Requests.Preparation request, Actor actor) {
        UUID id = Ids.next(clock);
        preparing.prepare(
                id,
                new ParcelNumber(request.number()),
                request.area(),
                request.conditions(today()),
                actor);
        return answer(ResponseEntity.created(URI.create("/api/land/parcels/" + id)), id, actor);
    }

    @GetMapping
    Page<ParcelResource> parcels(
            @RequestParam(required = false) @Nullable ParcelState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 1);
        List<ParcelFacts> found =
                reading.parcels(actor, state, from == null ? null : from.id(0), size + 1);
        return Page.of(found, size, parcel -> Cursor.of(parcel.id())).map(this::resource);
    }

    @GetMapping("/{id}")
    ResponseEntity<ParcelResource> parcel(@PathVariable UUID id, Actor actor) {
        return answer(ResponseEntity.ok(), id, actor);
    }

    @PostMapping("/{id}/indicators")
    ResponseEntity<ParcelResource> indicators(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Indicators request,
            Actor actor) {
        preparing.setIndicators(id, request.values(), expected(ifMatch), actor);
        return answer(ResponseEntity.ok(), id, actor);
    }

    @GetMapping("/{id}/planning-conditions")
    List<PlanningConditions> planningConditions(@PathVariable UUID id, Actor actor) {
        return reading.planningConditions(id, actor);
    }

    @PostMapping("/{id}/planning-conditions")
    ResponseEntity<ParcelResource> planningConditions(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Conditions request,
            Actor actor) {
        preparing.changePlanningConditions(id, request.value(today()), expected(ifMatch), actor);
        return answer(ResponseEntity.ok(), id, actor);
    }

    @PostMapping("/{id}/reservation")
    ResponseEntity<ParcelResource> reservation(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Reservation request,
            Actor actor) {
        preparing.reserve(id, request.project(), expected(ifMatch), actor);
        return answer(ResponseEntity.ok(), id, actor);
    }

    @PostMapping("/{id}/listing")
    ResponseEntity<ParcelResource> listing(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Actor actor) {
        preparing.list(id, expected(ifMatch), actor);
        return answer(ResponseEntity.ok(), id, actor);
    }

    @PostMapping("/{id}/transfer")
    ResponseEntity<ParcelResource> transfer(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Signing request,
            Actor actor) {
        transferring.transfer(id, request.value(), request.project(), expected(ifMatch), actor);
        return answer(ResponseEntity.ok(), id, actor);
    }

    @PostMapping("/{id}/payment")
    ResponseEntity<ParcelResource> payment(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Paying request,
            Actor actor) {
        transferring.pay(id, request.value(), expected(ifMatch), actor);
        return answer(ResponseEntity.ok(), id, actor);
    }

    @PostMapping("/{id}/delivery")
    ResponseEntity<ParcelResource> delivery(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Delivery request,
            Actor actor) {
        transferring.deliver(id, request.on(), expected(ifMatch), actor);
        return answer(ResponseEntity.ok(), id, actor);
    }

    /**
     * Declared totals by indicator code, such as {@code ?LI-INVEST=30000&LI-FAR=100000}; with
     * {@code when=AT_COMPLETION} only of what is verified then.
     */
    @GetMapping("/{id}/check")
    List<Verdict> check(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable CheckedWhen when,
            @RequestParam Map<String, String> declared,
            Actor actor) {
        Map<String, String> totals = new HashMap<>(declared);
        totals.remove("when");
        return reading.check(id, totals, when, actor);
    }

    private ResponseEntity<ParcelResource> answer(
            ResponseEntity.BodyBuilder answer, UUID id, Actor actor) {
        ParcelFacts parcel = reading.parcel(id, actor);
        return EntityTags.tag(answer, parcel.version()).body(resource(parcel));
    }

    private ParcelResource resource(ParcelFacts parcel) {
        return ParcelResource.of(parcel, reading.startBy(parcel));
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    private static LongConsumer expected(@Nullable String ifMatch) {
        return version -> EntityTags.check(ifMatch, version);
    }
}
