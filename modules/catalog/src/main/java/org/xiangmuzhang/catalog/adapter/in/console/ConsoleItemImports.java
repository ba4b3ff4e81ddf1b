package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.catalog.adapter.in.console.ConsoleOwnItems.Said;
import org.xiangmuzhang.catalog.domain.own.ImportFault;
import org.xiangmuzhang.catalog.domain.own.ItemImport;
import org.xiangmuzhang.catalog.port.in.ImportingItems;
import org.xiangmuzhang.catalog.port.in.ImportingItems.ImportMatter;
import org.xiangmuzhang.catalog.port.in.WordingItems;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.SafeCells;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.settings.SettingVersion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imports of a place's list: their pages can be left and found again while the work goes on. */
@Controller
@RequestMapping(ConsoleItemImports.HERE)
class ConsoleItemImports {

    static final String HERE = "/console/catalog/own-imports";
    private static final int DOWNLOADED = 10_000;

    private final TablePages pages;
    private final ImportingItems importing;
    private final Files files;
    private final WordingItems sentences;
    private final Remarks remarks;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleItemImports(
            TablePages pages,
            ImportingItems importing,
            Files files,
            WordingItems sentences,
            Remarks remarks,
            MessageSource messages,
            Clock clock) {
        this.pages = pages;
        this.importing = importing;
        this.files = files;
        this.sentences = sentences;
        this.remarks = remarks;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        Cursor cursor = Cursor.parse(after, 1);
        List<ItemImport> found =
                importing.latest(
                        place, cursor == null ? null : cursor.id(0), Page.USUAL + 1, actor);
        model.addAttribute("page", Page.of(found, Page.USUAL, it -> Cursor.of(it.id())));
        model.addAttribute("after", after);
        model.addAttribute("names", pages.names(found.stream().map(ItemImport::startedBy), actor));
        return pages.shown("catalog/own-imports", place, actor, locale, model);
    }

    @PostMapping
    @FormOn(
            page = HERE,
            form = "import",
            keep = {"region"})
    String begin(
            @RequestParam Region region,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(name = "kept-file", required = false) @Nullable UUID kept,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean whole,
            Actor actor,
            RedirectAttributes next) {
        actor.mustBe(Role.CATALOG_EDITOR);
        UUID content = file == null || file.isEmpty() ? kept : stored(file, actor).id();
        if (content == null) {
            throw Refusal.invalid("import-file-unknown", "/file");
        }
        ItemImport begun = importing.begin(region, content, dryRun, whole, actor);
        return done("catalog.imports.begun", begun.id(), next);
    }

    private StoredFile stored(MultipartFile file, Actor actor) {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return files.store(actor.region(), actor, name == null ? "" : name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        ImportMatter matter = importing.at(id, actor);
        ItemImport it = matter.state();
        SettingVersion proposal = matter.proposal();
        Cursor cursor = Cursor.parse(after, 1);
        List<ImportFault> report =
                importing.report(
                        id,
                        cursor == null ? 0 : Math.toIntExact(cursor.number(0) & Integer.MAX_VALUE),
                        Page.USUAL + 1,
                        actor);
        boolean editor = pages.mayEdit(actor, it.region());
        boolean own = proposal != null && proposal.proposedBy().equals(actor.person());
        boolean ready = it.state() == ItemImport.State.READY;
        model.addAttribute("it", it);
        model.addAttribute("proposal", proposal);
        model.addAttribute("page", Page.of(report, Page.USUAL, line -> Cursor.of(line.number())));
        model.addAttribute("after", after);
        model.addAttribute("said", new Said(sentences, messages, locale));
        model.addAttribute("mayReview", editor && ready && proposal == null);
        model.addAttribute(
                "mayEnd", editor && proposal == null && (ready || it.state().isMoving()));
        model.addAttribute("mayDecide", editor && proposal != null && !own);
        model.addAttribute("mayRepeat", editor && !it.state().isMoving());
        model.addAttribute("mayWithdraw", editor && own);
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute(
                "names",
                pages.names(
                        Stream.of(it.startedBy(), proposal == null ? null : proposal.proposedBy()),
                        actor));
        model.addAttribute(
                "reasons", proposal == null ? Map.of() : remarks.texts(Set.of(proposal.reason())));
        return pages.shown("catalog/own-import", it.region(), actor, locale, model);
    }

    /** The whole report, for whoever mends the file. */
    @GetMapping(path = "/{id}/export", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> report(@PathVariable UUID id, Actor actor, Locale locale) {
        Said said = new Said(sentences, messages, locale);
        String text =
                importing.report(id, 0, DOWNLOADED, actor).stream()
                        .map(
                                one ->
                                        Stream.of(
                                                        Integer.toString(one.fault().line()),
                                                        one.fault().column(),
                                                        one.fault().rule(),
                                                        said.fault(one.fault()))
                                                .map(SafeCells::safe)
                                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n", "\uFEFFline,column,rule,detail\n", "\n"));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"report-%s.csv\"".formatted(id))
                .body(text);
    }

    @PostMapping("/{id}/review")
    @FormOn(page = HERE + "/{id}", form = "review")
    String review(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        importing.review(id, from, reason, actor);
        return done("catalog.proposed", id, next);
    }

    @PostMapping("/{id}/review/decision")
    @FormOn(page = HERE + "/{id}", form = "decision")
    String decide(
            @PathVariable UUID id,
            @RequestParam int number,
            @RequestParam SettingVersion.State outcome,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        importing.decide(id, number, outcome, reason, actor);
        return done("settings.decided." + outcome, id, next);
    }

    @PostMapping("/{id}/end")
    @FormOn(page = HERE + "/{id}", form = "end")
    String end(@PathVariable UUID id, Actor actor, RedirectAttributes next) {
        importing.abort(id, actor);
        return done("catalog.imports.ended", id, next);
    }

    private static String done(String notice, UUID id, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("id", id);
        return "redirect:" + HERE + "/{id}";
    }
}
