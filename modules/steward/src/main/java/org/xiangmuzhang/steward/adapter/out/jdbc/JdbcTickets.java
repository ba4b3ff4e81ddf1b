package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.ticket.Ticket;
import org.xiangmuzhang.steward.domain.ticket.TicketAct;
import org.xiangmuzhang.steward.domain.ticket.TicketState;
import org.xiangmuzhang.steward.port.out.Tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcTickets implements Tickets {

    /** Whoever may not see it is as if it were not there. */
    private static final String SEEN =
            """
             and (:all or t.raised_by = :person or t.enterprise = :enterprise
                  or t.department = :department
                  or :steward and (t.project is null
                      or exists (select from steward.project p
                                  where p.id = t.project and p.steward = :person)))
            """;

    private final JdbcClient jdbc;

    JdbcTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Ticket ticket) {
        try {
            jdbc.sql(
                            """
                            insert into steward.ticket (id, region, project, enterprise, raised_by,
                                problem, department, leader, raised_on, due, level, dispatch, state,
                                open, version)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?)
                            """)
                    .param(ticket.id())
                    .param(ticket.region().code())
                    .param(ticket.project())
                    .param(ticket.enterprise())
                    .param(ticket.raisedBy())
                    .param(ticket.problem())
                    .param(ticket.department())
                    .param(ticket.leader())
                    .param(ticket.raisedOn())
                    .param(ticket.due())
                    .param(ticket.level().code())
                    .param(ticket.dispatch())
                    .param(ticket.state().name())
                    .param(ticket.version())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("ticket-id-taken", ticket.id());
        }
    }

    @Override
    public Optional<Ticket> held(UUID ticket) {
        return jdbc.sql("select * from steward.ticket where id = ? for update")
                .param(ticket)
                .query(JdbcTickets::ticket)
                .optional();
    }

    @Override
    public List<Ticket> held(Collection<UUID> tickets) {
        return jdbc.sql("select * from steward.ticket where id = any(?) order by id for update")
                .param(tickets.toArray(UUID[]::new))
                .query(JdbcTickets::ticket)
                .list();
    }

    @Override
    public Optional<Ticket> visible(UUID ticket, Sight sight) {
        return seen("select t.* from steward.ticket t where t.id = :ticket", sight)
                .param("ticket", ticket)
                .query(JdbcTickets::ticket)
                .optional()
                .filter(
                        found ->
                                sight.enterprise() != null
                                        || sight.regions().contains(found.region()));
    }

    @Override
    public Set<UUID> visible(Collection<UUID> tickets, Sight sight) {
        return seen(
                        "select t.id from steward.ticket t where t.id = any(:tickets)"
                                + " and (cast(:enterprise as uuid) is not null"
                                + " or t.region = any(:regions))",
                        sight)
                .param("tickets", tickets.toArray(UUID[]::new))
                .param("regions", codes(sight.regions()), Types.ARRAY)
                .query(UUID.class)
                .set();
    }

    private JdbcClient.StatementSpec seen(String select, Sight sight) {
        return seen(select, "", sight);
    }

    private JdbcClient.StatementSpec seen(String select, String end, Sight sight) {
        return jdbc.sql(select + SEEN + end)
                .param("all", sight.all())
                .param("person", sight.person())
                .param("enterprise", sight.enterprise(), Types.OTHER)
                .param("department", sight.department(), Types.VARCHAR)
                .param("steward", sight.steward());
    }

    @Override
    public void save(Ticket ticket) {
        jdbc.sql(
                        """
                        update steward.ticket set due = ?, level = ?, state = ?, open = ?,
                            closed_on = ?, version = ?, texts_gone = texts_gone and not ?
                         where id = ?
                        """)
                .param(ticket.due())
                .param(ticket.level().code())
                .param(ticket.state().name())
                .param(ticket.isOpen())
                .param(ticket.closedOn())
                .param(ticket.version())
                .param(ticket.isOpen())
                .param(ticket.id())
                .update();
    }

    @Override
    public void note(TicketAct act) {
        jdbc.sql(
                        """
                        insert into steward.ticket_act
                            (id, ticket, region, kind, done_by, at, remark, file)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(act.id())
                .param(act.ticket())
                .param(act.region().code())
                .param(act.kind())
                .param(act.by())
                .param(Timestamp.from(act.at()))
                .param(act.remark())
                .param(act.file())
                .update();
    }

    @Override
    public List<TicketAct> story(UUID ticket) {
        return jdbc.sql("select * from steward.ticket_act where ticket = ? order by at, id")
                .param(ticket)
                .query(
                        (row, number) ->
                                new TicketAct(
                                        row.getObject("id", UUID.class),
                                        ticket,
                                        new Region(row.getString("region")),
                                        row.getString("kind"),
                                        row.getObject("done_by", UUID.class),
                                        row.getTimestamp("at").toInstant(),
                                        row.getObject("remark", UUID.class),
                                        row.getObject("file", UUID.class)))
                .list();
    }

    /** Along an index in every case: by project, by enterprise, else the first of every place. */
    @Override
    public List<Ticket> list(Sight sight, Selection selection) {
        String which =
                " where t.open = :open"
                        + (selection.mine()
                                ? " and (t.raised_by = :person or t.leader = :person"
                                        + " or t.enterprise = :enterprise"
                                        + " or exists (select from steward.project p"
                                        + " where p.id = t.project and p.steward = :person))"
                                : "")
                        + (selection.unit() == null ? "" : " and t.department = :unit")
                        + (selection.before() == null ? "" : " and t.due < :before")
                        + (selection.level() == null ? "" : " and t.level = :level")
                        + (selection.project() == null ? "" : " and t.project = :project")
                        + (selection.afterDue() == null
                                ? ""
                                : " and (t.due, t.id) > (:after, :afterTicket)");
        String end = " order by t.due, t.id limit :limit";
        boolean place = sight.enterprise() == null;
        JdbcClient.StatementSpec asked =
                place
                        ? seen(
                                "select t.* from unnest(:regions) as place(code) cross join lateral"
                                        + " (select * from steward.ticket t"
                                        + which
                                        + " and t.region = place.code",
                                end + ") t" + end,
                                sight)
                        : seen("select t.* from steward.ticket t" + which, end, sight);
        return asked.param("open", !selection.closed())
                .param("regions", codes(sight.regions()), Types.ARRAY)
                .param("unit", selection.unit(), Types.VARCHAR)
                .param("before", selection.before(), Types.DATE)
                .param(
                        "level",
                        selection.level() == null ? null : selection.level().code(),
                        Types.VARCHAR)
                .param("project", selection.project(), Types.OTHER)
                .param("after", selection.afterDue(), Types.DATE)
                .param("afterTicket", selection.afterTicket(), Types.OTHER)
                .param("limit", selection.limit())
                .query(JdbcTickets::ticket)
                .list();
    }

    @Override
    public List<Ticket> byIds(Collection<UUID> tickets) {
        return jdbc.sql("select * from steward.ticket where id = any(?)")
                .param(tickets.toArray(UUID[]::new))
                .query(JdbcTickets::ticket)
                .list();
    }

    @Override
    public List<Ticket> overdue(Region level, LocalDate day, int limit) {
        return jdbc.sql(
                        """
                        select * from steward.ticket where level = ? and open and due < ?
                         order by due, id limit ?
                        """)
                .params(level.code(), day, limit)
                .query(JdbcTickets::ticket)
                .list();
    }

    @Override
    public List<Ticket> openOf(UUID project) {
        return jdbc.sql("select * from steward.ticket where project = ? and open order by due, id")
                .param(project)
                .query(JdbcTickets::ticket)
                .list();
    }

    @Override
    public long countOpen(Set<Region> regions) {
        return jdbc.sql("select count(*) from steward.ticket where region = any(?) and open")
                .param(codes(regions))
                .query(Long.class)
                .single();
    }

    static String[] codes(Set<Region> regions) {
        return regions.stream().map(Region::code).toArray(String[]::new);
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("project", UUID.class),
                row.getObject("enterprise", UUID.class),
                row.getObject("raised_by", UUID.class),
                row.getObject("problem", UUID.class),
                row.getString("department"),
                row.getObject("leader", UUID.class),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                new Region(row.getString("level")),
                row.getObject("dispatch", UUID.class),
                TicketState.valueOf(row.getString("state")),
                row.getObject("closed_on", LocalDate.class),
                row.getLong("version"));
    }
}
