package org.xiangmuzhang.intake.adapter.in.rest;

import static org.xiangmuzhang.rest.RequestFields.present;

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
import org.xiangmuzhang.intake.adapter.in.Downloads;
import org.xiangmuzhang.intake.adapter.in.rest.Requests.Ground;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.port.in.Accepting;
import org.xiangmuzhang.intake.port.in.ApplicationFilter;
import org.xiangmuzhang.intake.port.in.ApplicationLine;
import org.xiangmuzhang.intake.port.in.LookingUp;
import org.xiangmuzhang.intake.port.in.MaterialLine;
import org.xiangmuzhang.intake.port.in.Rectification;
import org.xiangmuzhang.intake.port.in.Rectification.Belonging;
import org.xiangmuzhang.intake.port.in.Rectifying;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.Submitting;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/intake/applications")
class ApplicationsController {

    private final Submitting submitting;
    private final Accepting accepting;
    private final Rectifying rectifying;
    private final LookingUp lookingUp;
    private final Clock clock;

    ApplicationsController(
            Submitting submitting,
            Accepting accepting,
            Rectifying rectifying,
            LookingUp lookingUp,
            Clock clock) {
        this.submitting = submitting;
        this.accepting = accepting;
        this.rectifying = rectifying;
        this.lookingUp = lookingUp;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<ApplicationView> submit(@RequestBody Requests.Submission request, Actor actor) {
        SubmitApplication command = request.command(Ids.next(clock), actor);
        ApplicationView view = submitting.submit(command, actor);
        URI place = URI.create("/api/intake/applications/" + command.id());
        return answer(ResponseEntity.created(place), view);
    }

    @GetMapping
    Page<ApplicationView> applications(
            @RequestParam(required = false) @Nullable UUID enterprise,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 1);
        List<ApplicationLine> found =
                lookingUp.applications(
                        new ApplicationFilter(enterprise, project, state),
                        from == null ? null : from.id(0),
                        size + 1,
                        actor);
        return Page.of(found, size, line -> Cursor.of(line.application().id()))
                .map(ApplicationLine::application);
    }

    @GetMapping("/{id}")
    ResponseEntity<ApplicationView> application(@PathVariable UUID id, Actor actor) {
        return answer(ResponseEntity.ok(), id, actor);
    }

    @GetMapping("/{id}/receipt")
    Receipt receipt(@PathVariable UUID id, Actor actor) {
        return Receipt.of(lookingUp.application(id, actor));
    }

    @GetMapping("/{id}/materials")
    List<MaterialLine> materials(@PathVariable UUID id, Actor actor) {
        return lookingUp.application(id, actor).materials();
    }

    @GetMapping("/{id}/files/{file}")
    ResponseEntity<?> file(@PathVariable UUID id, @PathVariable UUID file, Actor actor) {
        return Downloads.of(lookingUp.document(id, file, actor));
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<ApplicationView> accept(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) Requests.@Nullable Acceptance request,
            Actor actor) {
        List<String> owed = request == null ? List.of() : request.later();
        return answer(
                ResponseEntity.ok(),
                owed.isEmpty()
                        ? accepting.accept(id, seen(ifMatch), actor)
                        : accepting.acceptOwing(id, owed, seen(ifMatch), actor));
    }

    @PostMapping("/{id}/correction-notice")
    ResponseEntity<ApplicationView> noticeCorrection(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Notice request,
            Actor actor) {
        accepting.noticePoints(
                id,
                request.told(),
                present(request.explanation(), "/explanation"),
                seen(ifMatch),
                actor);
        return answer(ResponseEntity.ok(), id, actor);
    }

    @PostMapping("/{id}/corrections")
    ResponseEntity<ApplicationView> supply(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Supply request,
            Actor actor) {
        submitting.answer(
                id, Requests.given(request.materials()), request.words(), seen(ifMatch), actor);
        return answer(ResponseEntity.ok(), id, actor);
    }

    @PostMapping("/{id}/refusal")
    ResponseEntity<ApplicationView> refuse(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.TurningAway request,
            Actor actor) {
        accepting.turnAway(
                id,
                present(request.ground(), "/ground") == Ground.NOT_OURS,
                present(request.reason(), "/reason"),
                seen(ifMatch),
                actor);
        return answer(ResponseEntity.ok(), id, actor);
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<ApplicationView> withdraw(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Reason request,
            Actor actor) {
        submitting.withdraw(id, present(request.reason(), "/reason"), seen(ifMatch), actor);
        return answer(ResponseEntity.ok(), id, actor);
    }

    /** Mends what the window took down wrongly; its head may see it no more afterwards. */
    @PostMapping("/{id}/rectifications")
    ResponseEntity<Void> rectify(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Mending request,
            Actor actor) {
        rectifying.rectify(
                id,
                new Rectification(
                        request.enterprise(),
                        Belonging.of(
                                request.project(), Boolean.TRUE.equals(request.outsideProject())),
                        request.item(),
                        request.rightItem()),
                present(request.reason(), "/reason"),
                seen(ifMatch),
                actor);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/delivery")
    ResponseEntity<ApplicationView> deliver(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Actor actor) {
        return answer(ResponseEntity.ok(), accepting.deliver(id, seen(ifMatch), actor));
    }

    private ResponseEntity<ApplicationView> answer(
            ResponseEntity.BodyBuilder answer, UUID id, Actor actor) {
        return answer(answer, lookingUp.view(id, actor));
    }

    private static ResponseEntity<ApplicationView> answer(
            ResponseEntity.BodyBuilder answer, ApplicationView view) {
        return EntityTags.tag(answer, view.version()).body(view);
    }

    private static Seen seen(@Nullable String ifMatch) {
        return version -> EntityTags.check(ifMatch, version);
    }
}
