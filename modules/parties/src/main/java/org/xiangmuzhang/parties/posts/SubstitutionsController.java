package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Substitutes: of one's own posts, or given by the administrator. */
@RestController
@RequestMapping("/api/parties/substitutions")
class SubstitutionsController {

    private final Substituting substituting;

    SubstitutionsController(Substituting substituting) {
        this.substituting = substituting;
    }

    /**
     * Somebody acts in another's post.
     *
     * @param id names the post to act in, as {@code X-Post}
     * @param holder whose post it is
     * @param confirmed whether it counts, or waits for the holder or a security administrator
     */
    record SubstitutionResource(
            UUID id,
            UUID post,
            Role role,
            Region region,
            @Nullable String department,
            UUID holder,
            UUID substitute,
            LocalDate from,
            LocalDate to,
            boolean confirmed) {

        static SubstitutionResource of(Substitution it) {
            return new SubstitutionResource(
                    it.id(),
                    it.post().id(),
                    it.post().role(),
                    it.post().region(),
                    it.post().department(),
                    it.post().person(),
                    it.person(),
                    it.from(),
                    it.to(),
                    it.confirmed());
        }
    }

    /**
     * Who is to act in a post.
     *
     * @param login of a colleague at the same place
     */
    record SubstituteForPost(
            UUID post, String login, LocalDate from, LocalDate to, String reason) {}

    /** Why one that an administrator gave is to count. */
    record SubstitutionConfirmation(String reason) {}

    /** Why it ends before its last day. */
    record SubstitutionEnd(String reason) {}

    /** Today's and coming ones around the caller, or around somebody within reach. */
    @GetMapping
    List<SubstitutionResource> around(
            @RequestParam(required = false) @Nullable UUID person, Actor actor) {
        return substituting.around(actor, person).stream().map(SubstitutionResource::of).toList();
    }

    /** By the holder, or by a security administrator who did not give it. */
    @PostMapping("/{id}/confirmation")
    SubstitutionResource confirm(
            @PathVariable UUID id, @RequestBody SubstitutionConfirmation it, Actor actor) {
        return SubstitutionResource.of(substituting.confirm(actor, id, it.reason()));
    }

    @PostMapping
    ResponseEntity<SubstitutionResource> give(@RequestBody SubstituteForPost it, Actor actor) {
        Substitution given =
                substituting.give(actor, it.post(), it.login(), it.from(), it.to(), it.reason());
        return ResponseEntity.status(HttpStatus.CREATED).body(SubstitutionResource.of(given));
    }

    @PostMapping("/{id}/end")
    ResponseEntity<Void> end(@PathVariable UUID id, @RequestBody SubstitutionEnd end, Actor actor) {
        substituting.end(actor, id, end.reason());
        return ResponseEntity.noContent().build();
    }
}
