package org.xiangmuzhang.steward.adapter.in.console;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.adapter.in.ServicePaper;
import org.xiangmuzhang.steward.adapter.in.ServicePapers;
import org.xiangmuzhang.steward.port.in.Watching;

import java.util.Locale;
import java.util.UUID;

/** 五张纸 of a project on the screen, to be printed and to be saved. */
@Controller
@RequestMapping("/console/projects/{id}/papers")
class ConsoleServicePapers {

    private final ServicePapers papers;
    private final Watching watching;

    ConsoleServicePapers(ServicePapers papers, Watching watching) {
        this.papers = papers;
        this.watching = watching;
    }

    @GetMapping
    String file(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        model.addAttribute("project", watching.project(actor, id, null));
        model.addAttribute("file", papers.file(actor, id, locale));
        return "steward/papers";
    }

    @GetMapping("/{paper}")
    String paper(
            @PathVariable UUID id,
            @PathVariable ServicePaper.Kind paper,
            Actor actor,
            Locale locale,
            Model model) {
        model.addAttribute("project", watching.project(actor, id, null));
        model.addAttribute("paper", papers.paper(actor, id, paper, locale));
        return "steward/paper";
    }

    @GetMapping("/{paper}/export/csv")
    ResponseEntity<?> csv(
            @PathVariable UUID id,
            @PathVariable ServicePaper.Kind paper,
            Actor actor,
            Locale locale) {
        return Downloads.csv(papers.paper(actor, id, paper, locale));
    }

    @GetMapping("/{paper}/export/json")
    ResponseEntity<?> json(
            @PathVariable UUID id,
            @PathVariable ServicePaper.Kind paper,
            Actor actor,
            Locale locale) {
        return Downloads.json(papers.paper(actor, id, paper, locale));
    }
}
