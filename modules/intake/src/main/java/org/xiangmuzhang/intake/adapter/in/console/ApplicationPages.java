package org.xiangmuzhang.intake.adapter.in.console;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.intake.adapter.in.Downloads;
import org.xiangmuzhang.intake.adapter.in.Versions;
import org.xiangmuzhang.intake.port.in.Accepting;
import org.xiangmuzhang.intake.port.in.ApplicationFilter;
import org.xiangmuzhang.intake.port.in.ApplicationLine;
import org.xiangmuzhang.intake.port.in.ApplicationSheet;
import org.xiangmuzhang.intake.port.in.Checking;
import org.xiangmuzhang.intake.port.in.Document;
import org.xiangmuzhang.intake.port.in.Drafting;
import org.xiangmuzhang.intake.port.in.FollowingUp;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.LookingUp;
import org.xiangmuzhang.intake.port.in.MaterialLine;
import org.xiangmuzhang.intake.port.in.PointText;
import org.xiangmuzhang.intake.port.in.Preparing;
import org.xiangmuzhang.intake.port.in.ReadingMoves;
import org.xiangmuzhang.intake.port.in.Rectification;
import org.xiangmuzhang.intake.port.in.Rectification.Belonging;
import org.xiangmuzhang.intake.port.in.Rectifying;
import org.xiangmuzhang.intake.port.in.Submitting;
import org.xiangmuzhang.intake.port.in.ToAccept;
import org.xiangmuzhang.intake.spi.ProjectPlans;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

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
    private static final List<String> ACCEPTABLE = List.of("RECEIVED", "CORRECTION_SUPPLIED");
    private static final String HERE = "/console/intake/applications/{id}";
    private static final String PAGE = "redirect:" + HERE;

    private final LookingUp lookingUp;
    private final Accepting accepting;
    private final Rectifying rectifying;
    private final Submitting submitting;
    private final Preparing preparing;
    private final Uploads uploads;
    private final Words words;
    private final Settling settling;
    private final ReadingMoves moves;
    private final FollowingUp followingUp;
    private final Checking checking;
    private final Drafting drafting;

    ApplicationPages(
            LookingUp lookingUp,
            Accepting accepting,
            Rectifying rectifying,
            Submitting submitting,
            Preparing preparing,
            Uploads uploads,
            Words words,
            Settling settling,
            ReadingMoves moves,
            FollowingUp followingUp,
            Checking checking,
            Drafting drafting) {
        this.followingUp = followingUp;
        this.drafting = drafting;
        this.moves = moves;
        this.checking = checking;
        this.lookingUp = lookingUp;
        this.accepting = accepting;
        this.rectifying = rectifying;
        this.submitting = submitting;
        this.preparing = preparing;
        this.uploads = uploads;
        this.words = words;
        this.settling = settling;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID enterprise,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        model.addAttribute("states", STATES);
        model.addAttribute("mine", isApplying(actor));
        if (actor.role() == Role.STEWARD && enterprise == null) {
            model.addAttribute("state", state.isEmpty() ? "ALL" : state);
            model.addAttribute("page", new Page<>(entrusted(state, actor), null));
            model.addAttribute("accepting", false);
            return "intake/applications";
        }
        Cursor from = Cursor.parse(after, 1);
        String chosen = state.isEmpty() && actor.role() == Role.CLERK ? "RECEIVED" : state;
        ApplicationFilter filter = new ApplicationFilter(enterprise, project, stateOrAny(chosen));
        List<ApplicationLine> found =
                lookingUp.applications(
                        filter, from == null ? null : from.id(0), Page.USUAL + 1, actor);
        model.addAttribute(
                "page", Page.of(found, Page.USUAL, line -> Cursor.of(line.application().id())));
        model.addAttribute("first", after == null ? null : "?state=" + chosen);
        model.addAttribute("state", chosen.isEmpty() ? "ALL" : chosen);
        model.addAttribute("after", after);
        model.addAttribute("accepting", actor.role() == Role.CLERK && ACCEPTABLE.contains(chosen));
        return "intake/applications";
    }

    private static @Nullable String stateOrAny(String state) {
        return STATES.contains(state) ? state : null;
    }

    private static boolean isApplying(Actor actor) {
        return actor.role() == Role.APPLICANT || actor.role() == Role.STEWARD;
    }

    /** Applications of the projects that a steward is entrusted with, the newest first. */
    private List<ApplicationLine> entrusted(String state, Actor actor) {
        return preparing.projects(actor).stream()
                .flatMap(
                        project ->
                                lookingUp
                                        .applications(
                                                new ApplicationFilter(
                                                        project.enterprise(),
                                                        project.project(),
                                                        stateOrAny(state)),
                                                null,
                                                Page.USUAL,
                                                actor)
                                        .stream())
                .sorted(
                        Comparator.comparing((ApplicationLine line) -> line.application().number())
                                .reversed())
                .limit(Page.USUAL)
                .toList();
    }

    @GetMapping("/{id}")
    String application(@PathVariable UUID id, Actor actor, Model model) {
        ApplicationSheet sheet = lookingUp.application(id, actor);
        String state = sheet.application().state();
        boolean before = List.of(STATES.get(0), STATES.get(1), STATES.get(2)).contains(state);
        boolean decided =
                sheet.application().tasks().stream().allMatch(task -> task.decidedOn() != null);
        List<Papers.Line> papers = Papers.of(sheet, words);
        facts(sheet, model);
        model.addAttribute("clerk", actor.role() == Role.CLERK);
        model.addAttribute("before", before);
        model.addAttribute("mayAccept", before && !state.equals("CORRECTION_NOTICED"));
        model.addAttribute("mayCorrect", before && sheet.correctionOn() == null);
        model.addAttribute(
                "maySupply", isApplying(actor) && !decided && (before || isAccepted(state)));
        model.addAttribute("moves", moves.movesOf(id, actor));
        model.addAttribute(
                "mayRectify",
                (actor.role() == Role.CLERK || actor.role() == Role.HEAD)
                        && (before || isAccepted(state))
                        && sheet.application().tasks().stream()
                                .allMatch(task -> task.decidedOn() == null));
        model.addAttribute("decided", decided);
        model.addAttribute(
                "mayDeliver",
                isAccepted(state)
                        && decided
                        && (actor.role() == Role.CLERK || actor.role() == Role.STEWARD));
        model.addAttribute(
                "seesResults", state.equals("DELIVERED") || actor.role() != Role.APPLICANT);
        model.addAttribute("papers", papers);
        model.addAttribute("provenance", drafting.provenance(id, actor).orElse(null));
        Objections.show(checking.of(id, actor).orElse(null), papers, words, model);
        model.addAttribute(
                "missing", papers.stream().filter(Papers.Line::isMissing).toList().size());
        model.addAttribute("materials", names(papers));
        model.addAttribute(
                "materialNames",
                sheet.materials().stream()
                        .collect(
                                Collectors.toMap(
                                        MaterialLine::id,
                                        line -> words.either(line.name(), line.nameEn()),
                                        (one, other) -> one)));
        model.addAttribute(
                "later", names(papers.stream().filter(Papers.Line::mayComeLater).toList()));
        model.addAttribute("obligations", followingUp.ofApplication(id, actor));
        model.addAttribute("grounds", words.of("ground", List.of("REFUSED", "NOT_OURS")));
        model.addAttribute(
                "beforehand",
                Before.of(
                        preparing.steps(sheet.application().project()),
                        sheet.itemNames().keySet(),
                        sheet.application().region(),
                        words));
        return "intake/application";
    }

    private static boolean isAccepted(String state) {
        return state.equals("ACCEPTED");
    }

    private void facts(ApplicationSheet sheet, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("names", words.either(sheet.itemNames(), sheet.itemNamesEn()));
        model.addAttribute("place", sheet.application().region());
        model.addAttribute(
                "projectName",
                preparing
                        .named(sheet.application().project())
                        .map(ProjectPlans.Choice::name)
                        .orElse(null));
    }

    private static Map<String, String> names(List<Papers.Line> papers) {
        Map<String, String> names = new LinkedHashMap<>();
        papers.forEach(paper -> names.put(paper.key(), paper.name()));
        return names;
    }

    @GetMapping("/{id}/receipt")
    String receipt(@PathVariable UUID id, Actor actor, Model model) {
        ApplicationSheet sheet = lookingUp.application(id, actor);
        facts(sheet, model);
        model.addAttribute("papers", Papers.of(sheet, words));
        model.addAttribute(
                "note",
                lookingUp.receiptNote(
                        sheet.application().region(), sheet.application().receivedOn()));
        return "intake/receipt";
    }

    @GetMapping("/{id}/materials")
    String materials(@PathVariable UUID id, Actor actor, Model model) {
        ApplicationSheet sheet = lookingUp.application(id, actor);
        facts(sheet, model);
        model.addAttribute("papers", Papers.of(sheet, words));
        return "intake/materials";
    }

    @GetMapping("/{id}/files/{file}")
    ResponseEntity<?> file(
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestParam(required = false) @Nullable String show,
            Actor actor) {
        Document document = lookingUp.document(id, file, actor);
        return show == null ? Downloads.of(document) : Downloads.preview(document);
    }

    @PostMapping("/acceptances")
    @FormOn(
            page = "/console/intake/applications",
            form = "together",
            keep = {"state", "after"},
            fields = "applications=application")
    String acceptEach(
            @RequestParam(required = false) @Nullable List<UUID> application,
            @RequestParam(defaultValue = "RECEIVED") String state,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Locale language,
            RedirectAttributes to) {
        Map<UUID, ApplicationSheet> sheets = new LinkedHashMap<>();
        List<ToAccept> several = new ArrayList<>();
        for (UUID one : application == null ? List.<UUID>of() : application) {
            sheets.put(one, lookingUp.application(one, actor));
            several.add(new ToAccept(one, Settling.seen(typed, one)));
        }
        settling.tell(
                accepting.acceptEach(several, actor),
                one -> {
                    ApplicationSheet sheet = Objects.requireNonNull(sheets.get(one));
                    return new Settling.Named(
                            sheet.enterpriseName(),
                            sheet.application().number(),
                            "/console/intake/applications/" + one);
                },
                language,
                to);
        to.addAttribute("state", stateOrAny(state) == null ? "RECEIVED" : state);
        return "redirect:/console/intake/applications";
    }

    @PostMapping("/{id}/acceptance")
    @FormOn(page = HERE, form = "acceptance")
    String accept(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable List<String> owed,
            Actor actor,
            RedirectAttributes to) {
        List<String> later = ids(owed);
        if (later.isEmpty()) {
            accepting.accept(id, Versions.seen(version), actor);
        } else {
            accepting.acceptOwing(id, later, Versions.seen(version), actor);
        }
        return done(to, "accepted");
    }

    @PostMapping("/{id}/correction-notice")
    @FormOn(
            page = HERE,
            form = "correction",
            fields = {"materials=missing", "remark=explanation"})
    String noticeCorrection(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(name = "missing", required = false) @Nullable List<String> missing,
            @RequestParam(defaultValue = "") String explanation,
            @RequestParam Map<String, String> typed,
            Actor actor,
            RedirectAttributes to) {
        List<PointText> points = new ArrayList<>();
        for (String key : missing == null ? List.<String>of() : missing) {
            String text = typed.get("point-" + key.split(" ")[0]);
            ids(List.of(key)).forEach(material -> points.add(new PointText(material, text)));
        }
        accepting.noticePoints(id, points, explanation, Versions.seen(version), actor);
        return done(to, "corrected");
    }

    private static List<String> ids(@Nullable List<String> keys) {
        return keys == null
                ? List.of()
                : keys.stream().flatMap(key -> Arrays.stream(key.split(" "))).toList();
    }

    @PostMapping("/{id}/refusal")
    @FormOn(page = HERE, form = "refusal", fields = "remark=reason")
    String turnAway(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "REFUSED") String ground,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes to) {
        accepting.turnAway(id, ground.equals("NOT_OURS"), reason, Versions.seen(version), actor);
        return done(to, "turned-away");
    }

    @PostMapping("/{id}/delivery")
    @FormOn(page = HERE, form = "delivery")
    String deliver(
            @PathVariable UUID id, @RequestParam long version, Actor actor, RedirectAttributes to) {
        accepting.deliver(id, Versions.seen(version), actor);
        return done(to, "delivered");
    }

    @PostMapping("/{id}/materials")
    @FormOn(page = HERE + "/materials", form = "supply", fields = "materials=materials")
    String supply(
            @PathVariable UUID id,
            @RequestParam long version,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes to) {
        List<GivenMaterial> given = new ArrayList<>();
        List<PointText> answers = new ArrayList<>();
        for (Papers.Line paper : Papers.of(lookingUp.application(id, actor), words)) {
            UUID file = uploads.take(request, paper.field(), actor);
            if (file != null) {
                paper.ids().forEach(material -> given.add(new GivenMaterial(material, file)));
            }
            String answer = request.getParameter("answer-" + paper.ids().getFirst());
            if (paper.isWanted() && answer != null && !answer.isBlank()) {
                paper.wantedIds().forEach(material -> answers.add(new PointText(material, answer)));
            }
        }
        submitting.answer(id, given, answers, Versions.seen(version), actor);
        return done(to, "supplied");
    }

    @PostMapping("/{id}/withdrawal")
    @FormOn(page = HERE, form = "withdrawal", fields = "remark=reason")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes to) {
        submitting.withdraw(id, reason, Versions.seen(version), actor);
        return done(to, "withdrawn");
    }

    /** An empty field says that this was right. */
    @PostMapping("/{id}/rectifications")
    @FormOn(page = HERE, form = "rectification", fields = "remark=reason")
    String rectify(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String enterprise,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "false") boolean outsideProject,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String rightItem,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes to) {
        rectifying.rectify(
                id,
                new Rectification(
                        enterprise.isBlank() ? null : new SocialCreditCode(enterprise.strip()),
                        Belonging.of(project.isBlank() ? null : project.strip(), outsideProject),
                        item.isBlank() ? null : item.strip(),
                        rightItem.isBlank() ? null : rightItem.strip()),
                reason,
                Versions.seen(version),
                actor);
        String page = done(to, "rectified");
        return actor.role() == Role.CLERK ? page : "redirect:/console/intake/tasks";
    }

    private static String done(RedirectAttributes to, String what) {
        to.addFlashAttribute("notice", "intake.done." + what);
        return PAGE;
    }
}
