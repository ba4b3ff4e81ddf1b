package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.catalog.adapter.in.TableParts;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.port.in.ProposingTables;
import org.xiangmuzhang.catalog.port.in.ProposingTables.ProposedTables;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SettingVersion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whole tables of the template: proposed by one editor, seen beforehand, approved by another. */
@Controller
@RequestMapping(ConsoleTableImports.HERE)
class ConsoleTableImports {

    static final String HERE = "/console/catalog/imports";

    private final ProposingTables proposing;
    private final TablePages pages;

    ConsoleTableImports(ProposingTables proposing, TablePages pages) {
        this.proposing = proposing;
        this.pages = pages;
    }

    @GetMapping
    String proposal(Actor actor, Locale locale, Model model) {
        ProposedTables proposed = proposing.proposed(actor);
        SettingVersion version = proposed == null ? null : proposed.version();
        boolean own = version != null && version.proposedBy().equals(actor.person());
        model.addAttribute("proposed", proposed);
        model.addAttribute("mayDecide", version != null && !own);
        model.addAttribute("mayWithdraw", own);
        pages.told(version == null ? List.of() : List.of(version), actor, model);
        return pages.shown("catalog/table-imports", Region.TEMPLATE, actor, locale, model);
    }

    @PostMapping
    @FormOn(page = HERE, form = "import")
    String propose(
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        try {
            proposing.propose(
                    tables(file == null ? List.of() : file), Region.TEMPLATE, reason, actor);
        } catch (TablesRefused refused) {
            throw inWords(refused);
        }
        return done("catalog.proposed", next);
    }

    /** Each file is named for its table: {@code items.csv}. */
    private static Map<String, byte[]> tables(List<MultipartFile> files) {
        Map<String, MultipartFile> parts = new LinkedHashMap<>();
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename();
            if (!file.isEmpty() && name != null) {
                parts.put(name.replaceFirst("(?i)\\.csv$", ""), file);
            }
        }
        try {
            return TableParts.read(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/proposal/decision")
    @FormOn(page = HERE, form = "decision")
    String decide(
            @RequestParam int number,
            @RequestParam SettingVersion.State outcome,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        try {
            proposing.decide(number, outcome, reason, actor);
        } catch (TablesRefused refused) {
            throw inWords(refused);
        }
        return done("settings.decided." + outcome, next);
    }

    /** The first fault with its place in the files. */
    private static Refusal inWords(TablesRefused refused) {
        Fault fault = refused.faults().getFirst();
        return Refusal.invalid(
                "table-refused",
                "/file",
                fault.table(),
                fault.line(),
                fault.column(),
                new DefaultMessageSourceResolvable(
                        new String[] {"fault." + fault.rule()}, fault.arguments().toArray()),
                refused.faults().size());
    }

    private static String done(String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:" + HERE;
    }
}
