package org.xiangmuzhang.intake.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.intake.adapter.in.Downloads;
import org.xiangmuzhang.intake.port.in.Accepting;
import org.xiangmuzhang.intake.port.in.ApplicationFilter;
import org.xiangmuzhang.intake.port.in.ApplicationLine;
import org.xiangmuzhang.intake.port.in.ApplicationSheet;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.LookingUp;
import org.xiangmuzhang.intake.port.in.MaterialLine;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.in.Submitting;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The acceptance desk, an enterprise's own applications, and one application. */
@Controller
@RequestMapping("/console/intake/applications")
class ApplicationPages {

    private static final List<String> STATES =
            List.of(
                    "RECEIVED",
                    "CORRECTION_NOTICED",
                    "CORRECTION_SUPPLIED",
                    "ACCEPTED",
                    "DELIVERED");
    private static final String PAGE = "redirect:/console/intake/applications/{id}";

    private final LookingUp lookingUp;
    private final Accepting accepting;
    private final Submitting submitting;
    private final Files files;
    private final Words words;

    ApplicationPages(
            LookingUp lookingUp,
            Accepting accepting,
            Submitting submitting,
            Files files,
            Words words) {
        this.lookingUp = lookingUp;
        this.accepting = accepting;
        this.submitting = submitting;
        this.files = files;
        this.words = words;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID enterprise,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Cursor from = Cursor.parse(after, 1);
        String chosen = state.isEmpty() && actor.role() == Role.CLERK ? "RECEIVED" : state;
        ApplicationFilter filter =
                new ApplicationFilter(
                        enterprise,
                        project,
                        chosen.isEmpty() || chosen.equals("ALL") ? null : chosen);
        List<ApplicationLine> found =
                lookingUp.applications(
                        filter, from == null ? null : from.id(0), Page.USUAL + 1, actor);
        model.addAttribute(
                "page", Page.of(found, Page.USUAL, line -> Cursor.of(line.application().id())));
        model.addAttribute("first", after == null ? null : "?state=" + chosen);
        model.addAttribute("state", chosen.isEmpty() ? "ALL" : chosen);
        model.addAttribute("states", STATES);
        return "intake/applications";
    }

    @GetMapping("/{id}")
    String application(@PathVariable UUID id, Actor actor, Model model) {
        ApplicationSheet sheet = lookingUp.application(id, actor);
        String state = sheet.application().state();
        boolean before =
                state.equals("RECEIVED")
                        || state.equals("CORRECTION_NOTICED")
                        || state.equals("CORRECTION_SUPPLIED");
        boolean mine = actor.role() == Role.APPLICANT || actor.role() == Role.STEWARD;
        boolean decided =
                sheet.application().tasks().stream().allMatch(task -> task.decidedOn() != null);
        model.addAttribute("sheet", sheet);
        model.addAttribute("clerk", actor.role() == Role.CLERK);
        model.addAttribute("before", before);
        model.addAttribute("mayCorrect", before && sheet.correctionOn() == null);
        model.addAttribute("maySupply", mine && (before || state.equals("ACCEPTED")));
        model.addAttribute(
                "mayDeliver",
                state.equals("ACCEPTED")
                        && decided
                        && (actor.role() == Role.CLERK || actor.role() == Role.STEWARD));
        model.addAttribute("materials", materials(sheet));
        model.addAttribute("grounds", words.of("ground", List.of("REFUSED", "NOT_OURS")));
        return "intake/application";
    }

    private static Map<String, String> materials(ApplicationSheet sheet) {
        Map<String, String> names = new LinkedHashMap<>();
        for (MaterialLine line : sheet.materials()) {
            names.put(line.id(), line.name());
        }
        return names;
    }

    @GetMapping("/{id}/files/{file}")
    ResponseEntity<?> file(@PathVariable UUID id, @PathVariable UUID file, Actor actor) {
        return Downloads.of(lookingUp.document(id, file, actor));
    }

    @PostMapping("/{id}/acceptance")
    String accept(
            @PathVariable UUID id, @RequestParam long version, Actor actor, RedirectAttributes to) {
        accepting.accept(id, seen(version), actor);
        return done(to, "accepted");
    }

    @PostMapping("/{id}/correction-notice")
    String noticeCorrection(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(name = "missing", required = false) @Nullable List<String> missing,
            @RequestParam(defaultValue = "") String explanation,
            Actor actor,
            RedirectAttributes to) {
        accepting.noticeCorrection(
                id, missing == null ? List.of() : missing, explanation, seen(version), actor);
        return done(to, "corrected");
    }

    @PostMapping("/{id}/refusal")
    String turnAway(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "REFUSED") String ground,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes to) {
        accepting.turnAway(id, ground.equals("NOT_OURS"), reason, seen(version), actor);
        return done(to, "turned-away");
    }

    @PostMapping("/{id}/delivery")
    String deliver(
            @PathVariable UUID id, @RequestParam long version, Actor actor, RedirectAttributes to) {
        accepting.deliver(id, seen(version), actor);
        return done(to, "delivered");
    }

    @PostMapping("/{id}/materials")
    @Transactional
    public String supply(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam Map<String, MultipartFile> uploads,
            Actor actor,
            RedirectAttributes to)
            throws IOException {
        ApplicationSheet sheet = lookingUp.application(id, actor);
        List<GivenMaterial> given = new ArrayList<>();
        for (MaterialLine line : sheet.materials()) {
            MultipartFile upload = uploads.get(line.id());
            if (upload != null && !upload.isEmpty()) {
                given.add(new GivenMaterial(line.id(), stored(upload, actor).id()));
            }
        }
        submitting.supply(id, given, seen(version), actor);
        return done(to, "supplied");
    }

    private StoredFile stored(MultipartFile upload, Actor actor) throws IOException {
        try (InputStream content = upload.getInputStream()) {
            String name = upload.getOriginalFilename();
            return files.store(actor.region(), actor, name == null ? "" : name, content);
        }
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes to) {
        submitting.withdraw(id, reason, seen(version), actor);
        return done(to, "withdrawn");
    }

    private static String done(RedirectAttributes to, String what) {
        to.addFlashAttribute("notice", "intake.done." + what);
        return PAGE;
    }

    private static Seen seen(long version) {
        return now -> EntityTags.check("\"" + version + "\"", now);
    }
}
