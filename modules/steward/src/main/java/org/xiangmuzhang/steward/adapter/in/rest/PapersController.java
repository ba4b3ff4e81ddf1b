package org.xiangmuzhang.steward.adapter.in.rest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.port.in.Fetching;

import java.util.UUID;

/** Proofs and mandates of a project. */
@RestController
@RequestMapping("/api/projects/{id}/files")
class PapersController {

    private final Fetching fetching;

    PapersController(Fetching fetching) {
        this.fetching = fetching;
    }

    @GetMapping("/{file}")
    ResponseEntity<?> file(@PathVariable UUID id, @PathVariable UUID file, Actor actor) {
        return Downloads.of(fetching.paper(actor, id, file));
    }
}
