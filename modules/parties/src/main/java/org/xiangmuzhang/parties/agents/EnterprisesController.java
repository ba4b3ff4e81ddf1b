package org.xiangmuzhang.parties.agents;

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
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Enterprises, their names, and who acts for them. */
@RestController
@RequestMapping("/api/parties")
class EnterprisesController {

    private final Representing representing;

    EnterprisesController(Representing representing) {
        this.representing = representing;
    }

    /** An enterprise in a list. */
    record EnterpriseLine(UUID id, Region region, SocialCreditCode code, String name) {

        static EnterpriseLine of(Enterprise it) {
            return new EnterpriseLine(it.id(), it.region(), it.code(), it.name());
        }
    }

    /** What it was called until a moment. */
    record EnterpriseFormerName(String name, Instant until, UUID changedBy) {}

    /** Somebody who acts for it. */
    record EnterpriseAgent(UUID post, UUID person, LocalDate from, @Nullable LocalDate to) {

        static EnterpriseAgent of(Post it) {
            return new EnterpriseAgent(it.id(), it.person(), it.from(), it.to());
        }
    }

    /** One that was merged into it. */
    record EnterpriseMergedInto(UUID id, SocialCreditCode code, String name, Instant at) {

        static EnterpriseMergedInto of(Merged it) {
            return new EnterpriseMergedInto(it.id(), it.code(), it.name(), it.at());
        }
    }

    /**
     * An enterprise with its former names and those that were merged into it, the latest first.
     *
     * @param id of the one that stands, whichever was asked for
     */
    record EnterpriseSheet(
            UUID id,
            Region region,
            SocialCreditCode code,
            String name,
            List<EnterpriseFormerName> formerNames,
            List<EnterpriseMergedInto> merged,
            List<EnterpriseAgent> agents) {}

    /**
     * An enterprise to put on record.
     *
     * @param socialCreditCode 18 characters with the check character of GB 32100
     * @param region where it appears first, or null for the place of the caller's post
     */
    record NewEnterprise(
            SocialCreditCode socialCreditCode,
            String name,
            @Nullable Region region,
            String reason) {}

    /** The right name. */
    record EnterpriseRenaming(String name, String reason) {}

    /**
     * Who is to act for the caller's enterprise.
     *
     * @param name of somebody who is new; whoever is known keeps the name on record
     */
    record NewAgent(
            String login,
            @Nullable String name,
            LocalDate from,
            @Nullable LocalDate to,
            String reason) {}

    /** Why somebody acts for it no more. */
    record AgentRemoval(String reason) {}

    @GetMapping("/enterprises")
    Page<EnterpriseLine> all(
            @RequestParam(required = false) @Nullable SocialCreditCode code,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int most = Page.limit(limit);
        return Page.of(
                        representing.all(actor, code, Cursor.idOf(after), most),
                        most,
                        enterprise -> Cursor.of(enterprise.id()))
                .map(EnterpriseLine::of);
    }

    @GetMapping("/enterprises/{id}")
    EnterpriseSheet one(@PathVariable UUID id, Actor actor) {
        Representing.Sheet sheet = representing.one(actor, id);
        Enterprise enterprise = sheet.enterprise();
        return new EnterpriseSheet(
                enterprise.id(),
                enterprise.region(),
                enterprise.code(),
                enterprise.name(),
                sheet.former().stream()
                        .map(it -> new EnterpriseFormerName(it.name(), it.until(), it.changedBy()))
                        .toList(),
                sheet.merged().stream().map(EnterpriseMergedInto::of).toList(),
                sheet.agents().stream().map(EnterpriseAgent::of).toList());
    }

    /** 201 for one that is new, 200 with the one that stands where the code is known. */
    @PostMapping("/enterprises")
    ResponseEntity<EnterpriseLine> register(@RequestBody NewEnterprise it, Actor actor) {
        Representing.Registered registered =
                representing.register(
                        actor, it.socialCreditCode(), it.name(), it.region(), it.reason());
        return ResponseEntity.status(registered.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(EnterpriseLine.of(registered.enterprise()));
    }

    @PostMapping("/enterprises/{id}/name")
    EnterpriseSheet rename(
            @PathVariable UUID id, @RequestBody EnterpriseRenaming renaming, Actor actor) {
        representing.rename(actor, id, renaming.name(), renaming.reason());
        return one(id, actor);
    }

    /** Lets somebody act for the caller's own enterprise. */
    @PostMapping("/agents")
    ResponseEntity<EnterpriseAgent> letIn(@RequestBody NewAgent it, Actor actor) {
        Post post =
                representing.letIn(actor, it.login(), it.name(), it.from(), it.to(), it.reason());
        return ResponseEntity.status(HttpStatus.CREATED).body(EnterpriseAgent.of(post));
    }

    /** Works with the next request. */
    @PostMapping("/agents/{post}/withdrawal")
    ResponseEntity<Void> letOut(
            @PathVariable UUID post, @RequestBody AgentRemoval removal, Actor actor) {
        representing.letOut(actor, post, removal.reason());
        return ResponseEntity.noContent().build();
    }
}
