package org.xiangmuzhang.steward.adapter.in.console;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.port.in.Fetching;

import java.util.UUID;

/** Proofs and mandates of a project, to be saved from its page. */
@Controller
@RequestMapping("/console/projects/{id}/files")
class ConsolePapers {

    private final Fetching fetching;

    ConsolePapers(Fetching fetching) {
        this.fetching = fetching;
    }

    @GetMapping("/{file}")
    ResponseEntity<?> file(@PathVariable UUID id, @PathVariable UUID file, Actor actor) {
        return Downloads.of(fetching.paper(actor, id, file));
    }
}
