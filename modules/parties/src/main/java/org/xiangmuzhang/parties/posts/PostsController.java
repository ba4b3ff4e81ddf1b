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
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * People and the posts they hold. The system administrator proposes, the security administrator
 * confirms, the auditor reads; each within the reach of the own post.
 */
@RestController
@RequestMapping("/api/parties")
class PostsController {

    private final Appointing appointing;
    private final People people;
    private final Clock clock;

    PostsController(Appointing appointing, People people, Clock clock) {
        this.appointing = appointing;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Somebody with posts.
     *
     * @param posts those that the caller's own post reaches, the latest first
     */
    record OfficialWithPosts(UUID id, String login, String name, List<PostOnRecord> posts) {}

    /**
     * A post.
     *
     * @param open whether it counts today or will
     * @param state which of the two, or why it does not
     */
    record PostOnRecord(
            UUID id,
            Role role,
            Region region,
            @Nullable String department,
            @Nullable String hall,
            @Nullable String window,
            @Nullable UUID enterprise,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant takenAway,
            boolean open,
            Held.State state) {}

    /** A post that was proposed; when it is confirmed it has the same id. */
    record ProposedPost(
            UUID id,
            UUID person,
            Role role,
            Region region,
            @Nullable String department,
            @Nullable String hall,
            @Nullable String window,
            @Nullable UUID enterprise,
            LocalDate from,
            @Nullable LocalDate to,
            Proposal.State state,
            UUID proposedBy,
            @Nullable UUID decidedBy) {

        static ProposedPost of(Proposal it) {
            Post post = it.post();
            return new ProposedPost(
                    post.id(),
                    post.person(),
                    post.role(),
                    post.region(),
                    post.department(),
                    post.hall(),
                    post.window(),
                    post.enterprise(),
                    post.from(),
                    post.to(),
                    it.state(),
                    it.proposedBy(),
                    it.decidedBy());
        }
    }

    /** What was done with a post; the reason stands on the page. */
    record PostAct(
            UUID id,
            Act.Kind kind,
            Region region,
            UUID person,
            @Nullable UUID post,
            @Nullable LocalDate lastDay,
            UUID by,
            Instant at) {

        static PostAct of(Act it) {
            return new PostAct(
                    it.id(),
                    it.kind(),
                    it.region(),
                    it.person(),
                    it.post(),
                    it.lastDay(),
                    it.by(),
                    it.at());
        }
    }

    /**
     * A post for somebody.
     *
     * @param name of somebody who is new; whoever is known keeps the name on record
     * @param window of the hall, for a clerk
     * @param enterprise credit code of the one that an applicant acts for
     */
    record PostProposal(
            String login,
            @Nullable String name,
            Role role,
            Region region,
            @Nullable String department,
            @Nullable String hall,
            @Nullable String window,
            @Nullable SocialCreditCode enterprise,
            LocalDate from,
            @Nullable LocalDate to,
            String reason) {}

    /** What the second person says, or the first one who takes it back. */
    record PostDecision(Proposal.State outcome, String reason) {}

    /** The last day on which a post counts. */
    record PostEnd(LocalDate lastDay, String reason) {}

    /** Why a post is taken away. */
    record PostRemoval(String reason) {}

    /** Holders of such posts, or the one with a login. */
    @GetMapping("/people")
    Page<OfficialWithPosts> people(
            @RequestParam(required = false) @Nullable String login,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable Region region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String hall,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int most = Page.limit(limit);
        if (login != null) {
            return listed(new Page<>(appointing.byLogin(actor, login), null), actor);
        }
        return listed(
                Page.of(
                        appointing.holders(
                                actor,
                                new Sought(role, region, department, hall),
                                Cursor.idOf(after),
                                most),
                        most,
                        holder -> Cursor.of(holder.person().id())),
                actor);
    }

    /** In a list names are masked to who need not read them. */
    private Page<OfficialWithPosts> listed(Page<Appointing.Holder> found, Actor actor) {
        Map<UUID, String> names =
                people.names(
                        found.items().stream().map(holder -> holder.person().id()).toList(),
                        actor,
                        Occasion.LIST);
        return found.map(holder -> shown(holder, names.getOrDefault(holder.person().id(), "")));
    }

    @GetMapping("/people/{id}")
    OfficialWithPosts person(@PathVariable UUID id, Actor actor) {
        Appointing.Holder holder = appointing.one(actor, id);
        UUID person = holder.person().id();
        return shown(
                holder,
                people.names(List.of(person), actor, Occasion.LIST).getOrDefault(person, ""));
    }

    /** What waits for a second person, the oldest first. */
    @GetMapping("/proposals")
    Page<ProposedPost> waiting(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int most = Page.limit(limit);
        return Page.of(
                        appointing.waiting(actor, Cursor.idOf(after), most),
                        most,
                        proposal -> Cursor.of(proposal.id()))
                .map(ProposedPost::of);
    }

    /** What was done with posts, the latest first; of one person, or of all. */
    @GetMapping("/record")
    Page<PostAct> acts(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int most = Page.limit(limit);
        return Page.of(
                        appointing.acts(actor, person, Cursor.idOf(after), most),
                        most,
                        act -> Cursor.of(act.id()))
                .map(PostAct::of);
    }

    @PostMapping("/proposals")
    ResponseEntity<ProposedPost> propose(@RequestBody PostProposal it, Actor actor) {
        Proposal proposal =
                appointing.propose(
                        actor,
                        new Appointing.Wanted(
                                it.login(),
                                it.name(),
                                it.role(),
                                it.region(),
                                it.department(),
                                it.hall(),
                                it.window(),
                                it.enterprise(),
                                it.from(),
                                it.to()),
                        it.reason());
        return ResponseEntity.status(HttpStatus.CREATED).body(ProposedPost.of(proposal));
    }

    /** A proposal never changes, so that nobody decides on another one than was read. */
    @PostMapping("/proposals/{id}/decision")
    ProposedPost decide(@PathVariable UUID id, @RequestBody PostDecision decision, Actor actor) {
        return ProposedPost.of(appointing.decide(actor, id, decision.outcome(), decision.reason()));
    }

    @PostMapping("/posts/{id}/end")
    ResponseEntity<Void> end(@PathVariable UUID id, @RequestBody PostEnd end, Actor actor) {
        appointing.end(actor, id, end.lastDay(), end.reason());
        return ResponseEntity.noContent().build();
    }

    /** Takes the post away: it counts no more with the next request. */
    @PostMapping("/posts/{id}/withdrawal")
    ResponseEntity<Void> takeAway(
            @PathVariable UUID id, @RequestBody PostRemoval removal, Actor actor) {
        appointing.takeAway(actor, id, removal.reason());
        return ResponseEntity.noContent().build();
    }

    private OfficialWithPosts shown(Appointing.Holder holder, String name) {
        LocalDate today = WorkingDays.today(clock);
        return new OfficialWithPosts(
                holder.person().id(),
                holder.person().login(),
                name,
                holder.held().stream().map(it -> shown(it, today)).toList());
    }

    private static PostOnRecord shown(Held held, LocalDate today) {
        Post post = held.post();
        return new PostOnRecord(
                post.id(),
                post.role(),
                post.region(),
                post.department(),
                post.hall(),
                post.window(),
                post.enterprise(),
                post.from(),
                post.to(),
                held.takenAway(),
                held.isOpen(today),
                held.state(today));
    }
}
