package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.List;
import java.util.UUID;

/** Sessions of the console: one's own, and for the security administrator those of others. */
@RestController
@RequestMapping("/api/signin")
class SessionsController {

    private final SigningOut signingOut;
    private final PastSignIns past;
    private final Callers callers;

    SessionsController(SigningOut signingOut, PastSignIns past, Callers callers) {
        this.signingOut = signingOut;
        this.past = past;
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

    /** One's own sign-ins of the past, the latest first. */
    @GetMapping("/history")
    Page<PastSignIn> history(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        UUID person = callers.of(request).person().id();
        Cursor cursor = Cursor.parse(after, 1);
        int most = Page.limit(limit);
        return Page.of(
                past.of(person, cursor == null ? null : cursor.id(0), most),
                most,
                one -> Cursor.of(one.id()));
    }

    /** Sign-ins of somebody's past, the latest first. */
    @GetMapping("/people/{person}/history")
    Page<PastSignIn> historyOf(
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        Cursor cursor = Cursor.parse(after, 1);
        int most = Page.limit(limit);
        return Page.of(
                past.of(actor, person, cursor == null ? null : cursor.id(0), most),
                most,
                one -> Cursor.of(one.id()));
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
