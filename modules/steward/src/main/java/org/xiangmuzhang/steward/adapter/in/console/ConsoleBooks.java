package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
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
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.port.in.KeepingBooks;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Watching;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** 一本制 on the screen: the list, a book, and what was saved. */
@Controller
@RequestMapping("/console/projects/books")
class ConsoleBooks {

    private static final Set<Role> READERS =
            EnumSet.of(
                    Role.STEWARD,
                    Role.APPLICANT,
                    Role.CLERK,
                    Role.APPROVER,
                    Role.HEAD,
                    Role.SUPERVISOR,
                    Role.LEADER,
                    Role.AUDITOR);

    private static final Set<Role> COUNTING =
            EnumSet.of(Role.STEWARD, Role.CLERK, Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);

    private final KeepingBooks keeping;
    private final Watching watching;
    private final Proofs proofs;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleBooks(
            KeepingBooks keeping,
            Watching watching,
            Proofs proofs,
            MessageSource messages,
            Clock clock) {
        this.keeping = keeping;
        this.watching = watching;
        this.proofs = proofs;
        this.messages = messages;
        this.clock = clock;
    }

    @Bean
    static MenuEntry booksMenu() {
        return new MenuEntry("/console/projects/books", "steward.menu.books", 15, READERS);
    }

    @GetMapping
    String books(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        model.addAttribute(
                "page",
                Page.of(
                        keeping.list(
                                actor,
                                new KeepingBooks.Shelf(
                                        !show.equals("all"),
                                        project,
                                        Cursor.idOf(after),
                                        Page.USUAL + 1),
                                locale),
                        Page.USUAL,
                        volume -> Cursor.of(volume.id())));
        model.addAttribute("after", after);
        model.addAttribute("show", show);
        model.addAttribute("project", project);
        model.addAttribute("mayOpen", project != null && actor.role() == Role.STEWARD);
        model.addAttribute("mayCount", COUNTING.contains(actor.role()));
        return "steward/books";
    }

    @GetMapping("/new")
    String open(@RequestParam UUID project, Actor actor, Locale locale, Model model) {
        ProjectSheet of = watching.project(actor, project, null);
        model.addAttribute("of", of);
        model.addAttribute("bundles", keeping.bundles(of.region(), locale));
        return "steward/book-new";
    }

    @PostMapping
    @FormOn(page = "/console/projects/books/new", form = "book", keep = "project")
    String open(
            @RequestParam UUID project,
            @RequestParam String bundle,
            @RequestParam(required = false) @Nullable List<String> items,
            Actor actor,
            RedirectAttributes next) {
        UUID id = Ids.next(clock);
        keeping.open(actor, id, project, bundle, items == null ? List.of() : items);
        return done(id, "steward.notice.book-opened", next);
    }

    @GetMapping("/savings")
    String savings(
            @RequestParam(required = false) @Nullable Region region,
            @RequestParam(required = false) @Nullable Integer year,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = region == null ? actor.region() : region;
        model.addAttribute("savings", keeping.savings(actor, place, year, locale));
        model.addAttribute("year", year);
        return "steward/book-savings";
    }

    @GetMapping("/{book}")
    String book(@PathVariable UUID book, Actor actor, Locale locale, Model model) {
        KeepingBooks.Volume volume = keeping.book(actor, book, locale);
        model.addAttribute("book", volume);
        Map<String, String> payers = new LinkedHashMap<>();
        for (KeepingBooks.PaidBy payer : KeepingBooks.PaidBy.values()) {
            payers.put(payer.name(), messages.getMessage("word.payer." + payer, null, locale));
        }
        model.addAttribute("payers", payers);
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, String> chapters = new LinkedHashMap<>();
        volume.chapters()
                .forEach(
                        one -> {
                            chapters.put(one.item(), one.itemName());
                            if (one.mine()) {
                                own.put(one.item(), one.itemName());
                            }
                        });
        model.addAttribute("own", own);
        model.addAttribute("chapters", chapters);
        Map<String, String> meanings = new LinkedHashMap<>();
        volume.data().forEach(one -> meanings.put(one.meaning(), one.name()));
        model.addAttribute("meanings", meanings);
        return "steward/book";
    }

    @PostMapping("/{book}/entries")
    @FormOn(page = "/console/projects/books/{book}", form = "entry", fields = "file=proof")
    String enter(
            @PathVariable UUID book,
            @RequestParam KeepingBooks.Work work,
            @RequestParam(required = false) KeepingBooks.@Nullable PaidBy payer,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            @RequestParam(name = "kept-proof", required = false) @Nullable UUID kept,
            @RequestParam(required = false) @Nullable String meaning,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable BigDecimal alone,
            @RequestParam(required = false) @Nullable BigDecimal government,
            @RequestParam(required = false) @Nullable BigDecimal enterprise,
            @RequestParam(required = false) @Nullable String documentNumber,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam long version,
            Actor actor,
            Locale locale,
            RedirectAttributes next) {
        KeepingBooks.Volume volume = keeping.book(actor, book, locale);
        UUID file = proofs.given(volume.region(), actor, "proof", proof, kept);
        keeping.enter(
                actor,
                book,
                ConsoleDecisions.seen(version),
                new KeepingBooks.Entry(
                        work,
                        payer,
                        file,
                        meaning,
                        item,
                        alone,
                        government,
                        enterprise,
                        documentNumber,
                        on,
                        text));
        return done(book, "steward.notice.book-" + work, next);
    }

    private static String done(UUID book, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("book", book);
        return "redirect:/console/projects/books/{book}";
    }

    @GetMapping("/{book}/files/{file}")
    ResponseEntity<?> file(@PathVariable UUID book, @PathVariable UUID file, Actor actor) {
        return Downloads.of(keeping.paper(actor, book, file));
    }
}
