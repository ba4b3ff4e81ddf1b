package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.ticket.Ticket;
import org.xiangmuzhang.steward.port.in.Fetching;
import org.xiangmuzhang.steward.port.in.Ticketing;
import org.xiangmuzhang.steward.port.out.Tickets;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

@Component("steward.tickets")
class TicketDesk implements Ticketing {

    private final Tickets tickets;
    private final TicketBook book;
    private final TicketSheets sheets;
    private final TicketSight sight;
    private final DispatchRules rules;
    private final Access access;
    private final Units units;
    private final Remarks remarks;
    private final Files files;
    private final Catalog catalog;
    private final ReferenceTables tables;

    TicketDesk(
            Tickets tickets,
            TicketBook book,
            TicketSheets sheets,
            TicketSight sight,
            DispatchRules rules,
            Access access,
            Units units,
            Remarks remarks,
            Files files,
            Catalog catalog,
            ReferenceTables tables) {
        this.tickets = tickets;
        this.book = book;
        this.sheets = sheets;
        this.sight = sight;
        this.rules = rules;
        this.access = access;
        this.units = units;
        this.remarks = remarks;
        this.files = files;
        this.catalog = catalog;
        this.tables = tables;
    }

    @Override
    @Transactional
    public UUID raise(Actor actor, Problem problem) {
        actor.mustBe(Role.STEWARD, Role.APPLICANT, Role.APPROVER, Role.HEAD, Role.LEADER);
        ProjectView project =
                problem.project() == null ? null : access.visible(actor, problem.project());
        if (project != null && actor.role() == Role.STEWARD) {
            Access.mustBeItsSteward(actor, project);
        }
        Region region = region(actor, project, problem.region());
        units.mustStand(region, problem.department(), "/department");
        UUID leader = units.leader(region, problem.leader(), "/leader");
        LocalDate due = due(problem.due(), region, region);
        UUID text = remarks.write(region, actor.person(), problem.text(), "/text");
        book.raise(actor, problem.id(), region, project, text, problem.department(), leader, due);
        return problem.id();
    }

    private Region region(Actor actor, @Nullable ProjectView project, @Nullable Region asked) {
        if (project != null) {
            if (asked != null && !asked.equals(project.region())) {
                throw Refusal.invalid("ticket-of-another-place", "/region", asked.code());
            }
            return project.region();
        }
        Region region = asked == null ? actor.region() : asked;
        if (!catalog.knows(region)) {
            throw Refusal.invalid("region-unknown", "/region", region.code());
        }
        if (actor.role() != Role.APPLICANT) {
            access.mustReach(actor, region);
        }
        return region;
    }

    private LocalDate due(@Nullable LocalDate given, Region from, Region level) {
        return given == null ? rules.due(from, level) : rules.given(given, "/due");
    }

    @Override
    @Transactional
    public void act(Actor actor, UUID id, long version, Act act) {
        Ticket ticket = seen(actor, id);
        sight.mustBeOpenTo(actor, ticket, act.step());
        ticket = tickets.held(id).orElseThrow(TicketDesk::unknown);
        if (version >= 0 && ticket.version() != version) {
            throw Refusal.conflict("ticket-changed-meanwhile");
        }
        if (act.file() != null) {
            use(actor, ticket, act.file());
        }
        switch (act.step()) {
            case ANSWER -> {
                Ticket answered = ticket.answered();
                book.answer(actor, answered, written(actor, ticket, act), act.file());
            }
            case ESCALATE -> {
                Region above = rules.above(ticket.level());
                Ticket raised =
                        ticket.raised(
                                above,
                                above == null
                                        ? ticket.due()
                                        : due(act.due(), ticket.region(), above));
                book.escalate(actor, raised, written(actor, ticket, act), "BY_HAND");
            }
            case CLOSE -> {
                Ticket closed = ticket.closed(rules.today());
                mustBeProved(ticket, act.file());
                book.close(actor, closed, null, written(actor, ticket, act), act.file());
            }
            case REOPEN -> {
                Ticket open = ticket.reopened(due(act.due(), ticket.region(), ticket.level()));
                book.reopen(actor, open, written(actor, ticket, act));
            }
        }
    }

    private UUID written(Actor actor, Ticket ticket, Act act) {
        return remarks.write(ticket.region(), actor.person(), act.text(), "/text");
    }

    /** The unit's report may have brought the evidence. */
    private void mustBeProved(Ticket ticket, @Nullable UUID file) {
        boolean proved =
                file != null
                        || tickets.story(ticket.id()).stream()
                                .anyMatch(done -> done.file() != null);
        if (!proved) {
            throw Refusal.invalid("ticket-evidence-missing", "/file");
        }
    }

    private void use(Actor actor, Ticket ticket, UUID file) {
        UUID of = ticket.enterprise();
        files.byId(file)
                .filter(
                        stored ->
                                of == null
                                        ? stored.uploadedBy().equals(actor.person())
                                        : stored.mayBeUsedBy(actor, of))
                .orElseThrow(() -> Refusal.invalid("file-unknown", "/file"));
        files.use(List.of(file));
    }

    private Ticket seen(Actor actor, UUID ticket) {
        return tickets.visible(ticket, sight.of(actor)).orElseThrow(TicketDesk::unknown);
    }

    private static Refusal unknown() {
        return Refusal.notFound("ticket-unknown");
    }

    @Override
    @Transactional(readOnly = true)
    public Sheet ticket(Actor actor, UUID ticket, Locale language) {
        return sheets.whole(actor, seen(actor, ticket), language);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sheet> list(Actor actor, Filter filter, Locale language) {
        if (filter.unit() && actor.department() == null) {
            return List.of();
        }
        return sheets.of(
                actor,
                tickets.list(
                        sight.of(actor),
                        new Tickets.Selection(
                                filter.closed(),
                                filter.mine(),
                                filter.unit() ? actor.department() : null,
                                filter.overdue() ? rules.today() : null,
                                filter.level(),
                                filter.project(),
                                filter.afterDue(),
                                filter.afterTicket(),
                                filter.limit())),
                language);
    }

    @Override
    @Transactional(readOnly = true)
    public Fetching.Paper paper(Actor actor, UUID ticket, UUID file) {
        seen(actor, ticket);
        StoredFile stored =
                tickets.story(ticket).stream()
                        .filter(act -> Objects.equals(act.file(), file))
                        .findFirst()
                        .flatMap(act -> files.byId(file))
                        .orElseThrow(() -> Refusal.notFound("file-unknown"));
        return new Fetching.Paper(
                stored.name(), stored.mediaType(), stored.size(), files.open(file));
    }

    @Override
    public Map<String, String> units(Region region, Locale language) {
        Map<String, String> all = new LinkedHashMap<>();
        tables.rows("departments", region).rows().stream()
                .map(row -> row.get("dept_code"))
                .filter(code -> units.stands(region, code))
                .forEach(code -> all.put(code, catalog.departmentName(region, code, language)));
        return all;
    }

    @Override
    public LocalDate usualDue(Region region) {
        return rules.due(region, region);
    }
}
