package org.xiangmuzhang.steward.adapter.in.rest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.adapter.in.ServiceFile;
import org.xiangmuzhang.steward.adapter.in.ServicePaper;
import org.xiangmuzhang.steward.adapter.in.ServicePapers;

import java.util.Locale;
import java.util.UUID;

/** 五张纸 of a project, as data. */
@RestController
@RequestMapping("/api/projects/{id}/papers")
class ServicePapersController {

    private final ServicePapers papers;

    ServicePapersController(ServicePapers papers) {
        this.papers = papers;
    }

    /** Which papers there are, and whether the five ones (五个一) are complete. */
    @GetMapping
    ServiceFile file(@PathVariable UUID id, Actor actor, Locale locale) {
        return papers.file(actor, id, locale);
    }

    @GetMapping("/{paper}")
    ServicePaper paper(
            @PathVariable UUID id,
            @PathVariable ServicePaper.Kind paper,
            Actor actor,
            Locale locale) {
        return papers.paper(actor, id, paper, locale);
    }

    @GetMapping("/{paper}/csv")
    ResponseEntity<?> csv(
            @PathVariable UUID id,
            @PathVariable ServicePaper.Kind paper,
            Actor actor,
            Locale locale) {
        return Downloads.csv(papers.paper(actor, id, paper, locale));
    }
}
