package org.xiangmuzhang.intake.adapter.in.rest;

import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.intake.port.in.Attesting;
import org.xiangmuzhang.intake.port.in.Attesting.Attested;
import org.xiangmuzhang.rest.OpenToAll;

/** 公开核验 for programs: a document by its code, without a token. */
@RestController
class AttestationsController {

    private static final String HERE = "/api/decisions/{code}";

    private final Attesting attesting;

    AttestationsController(Attesting attesting) {
        this.attesting = attesting;
    }

    @Bean
    static OpenToAll openAttestation() {
        return new OpenToAll(HERE);
    }

    @GetMapping(HERE)
    Attested attested(@PathVariable String code) {
        return attesting.attested(code);
    }
}
