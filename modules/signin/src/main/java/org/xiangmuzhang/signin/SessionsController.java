package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;

import java.util.List;
import java.util.UUID;

/** Sessions of the console: one's own, and for the security administrator those of others. */
@RestController
@RequestMapping("/api/signin")
class SessionsController {

    private final SigningOut signingOut;
    private final Callers callers;

    SessionsController(SigningOut signingOut, Callers callers) {
        this.signingOut = signingOut;
        this.callers = callers;
    }

    /** Why somebody's sessions are ended. */
    record SessionsEnd(String reason) {}

    @GetMapping("/sessions")
    List<SignedIn> own(HttpServletRequest request) {
        return signingOut.of(callers.of(request).person(), null);
    }

    @PostMapping("/sessions/{id}/end")
    ResponseEntity<Void> end(@PathVariable String id, HttpServletRequest request) {
        signingOut.end(callers.of(request).person(), id);
        return ResponseEntity.noContent().build();
    }

    /** Signs out everywhere: every session, and every token, that of this request included. */
    @PostMapping("/sessions/end")
    ResponseEntity<Void> endAll(HttpServletRequest request) {
        signingOut.endOthers(callers.of(request).person(), null);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/people/{person}/sessions")
    List<SignedIn> of(@PathVariable UUID person, Actor actor) {
        return signingOut.of(actor, person);
    }

    /** Ends every session and every token of somebody. */
    @PostMapping("/people/{person}/sessions/end")
    ResponseEntity<Void> endAllOf(
            @PathVariable UUID person, @RequestBody SessionsEnd end, Actor actor) {
        signingOut.endAll(actor, person, end.reason());
        return ResponseEntity.noContent().build();
    }
}
