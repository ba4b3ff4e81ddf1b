package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Brings a list of people into the tables: who and what is missing is created, what stands stays. A
 * post ends only by a last day that its row gives, and the log says so.
 */
@Component
public class Enrolling {

    private static final Logger LOG = LoggerFactory.getLogger(Enrolling.class);

    private static final Set<Role> FOR_AN_ENTERPRISE =
            EnumSet.of(Role.APPLICANT, Role.INTERMEDIARY);

    private final People people;
    private final Enterprises enterprises;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Enrolling(
            People people,
            Enterprises enterprises,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager manager) {
        this.people = people;
        this.enterprises = enterprises;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /**
     * Takes the whole list in one transaction.
     *
     * @param passwordHash of everyone who is new, or null when an outer issuer knows them
     * @return the people who are new
     */
    public List<Person> enrol(List<Enrolment> list, @Nullable String passwordHash) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            // two nodes that start at once take turns
                            jdbc.sql("select pg_advisory_xact_lock(hashtext('parties.enrolling'))")
                                    .query(row -> {});
                            List<Person> added = new ArrayList<>();
                            list.forEach(row -> assign(row, person(row, passwordHash, added).id()));
                            return added;
                        }));
    }

    private Person person(Enrolment row, @Nullable String passwordHash, List<Person> added) {
        Optional<Person> known = people.byLogin(row.login());
        if (known.isPresent()) {
            if (!known.get().name().equals(row.name())) {
                LOG.warn(
                        "Row {} gives another name than the one on record, which stays", row.row());
            }
            return known.get();
        }
        Person person = new Person(Ids.next(clock), row.login(), row.name(), null);
        people.add(person, passwordHash);
        added.add(person);
        return person;
    }

    private void assign(Enrolment row, UUID person) {
        UUID enterprise = enterprise(row);
        Optional<Kept> kept = kept(row, person, enterprise);
        if (kept.isEmpty()) {
            give(row, person, enterprise);
        } else if (kept.get().withdrawn()) {
            LOG.warn("Row {} names a post that was withdrawn, which it stays", row.row());
        } else if (isEnded(kept.get().id())) {
            LOG.warn("Row {} names a post that was ended, which it stays", row.row());
        } else if (!Objects.equals(kept.get().to(), row.to())) {
            mustBeApart(row, person);
            jdbc.sql("update parties.post set to_day = :to where id = :id")
                    .param("to", row.to())
                    .param("id", kept.get().id())
                    .update();
            LOG.info(
                    "Row {} moves the last day of post {} from {} to {}",
                    row.row(),
                    kept.get().id(),
                    kept.get().to(),
                    row.to());
        }
    }

    /** No official acts for an enterprise on the same day. */
    private void mustBeApart(Enrolment row, UUID person) {
        boolean both =
                jdbc.sql(
                                """
                                select exists (select from parties.post
                                 where person = :person and withdrawn_at is null
                                   and (role in ('APPLICANT', 'INTERMEDIARY')) <> :agent
                                   and daterange(from_day, to_day, '[]')
                                       && daterange(:from, cast(:to as date), '[]'))
                                """)
                        .param("person", person)
                        .param("agent", FOR_AN_ENTERPRISE.contains(row.role()))
                        .param("from", row.from())
                        .param("to", row.to())
                        .query(Boolean.class)
                        .single();
        if (both) {
            throw new EnrolmentsRefusedException(
                    List.of(
                            "Row %d, column role: nobody should act for an enterprise and as an"
                                            .formatted(row.row())
                                    + " official on the same day."));
        }
    }

    private void give(Enrolment row, UUID person, @Nullable UUID enterprise) {
        mustBeApart(row, person);
        try {
            people.assign(
                    new Post(
                            Ids.next(clock),
                            person,
                            row.role(),
                            row.region(),
                            row.department(),
                            enterprise,
                            row.hall(),
                            row.window(),
                            row.from(),
                            row.to(),
                            null));
        } catch (Refusal refusal) {
            throw new EnrolmentsRefusedException(
                    List.of(
                            "Row %d, column role: system administrator, security administrator and"
                                            .formatted(row.row())
                                    + " auditor should be three people."));
        }
    }

    /** By an administrator; what the list says of its last day counts no more. */
    private boolean isEnded(UUID post) {
        return jdbc.sql("select exists (select from parties.act where post = ? and kind = 'ENDED')")
                .param(post)
                .query(Boolean.class)
                .single();
    }

    private record Kept(UUID id, @Nullable LocalDate to, boolean withdrawn) {

        static Kept of(ResultSet row, int number) throws SQLException {
            return new Kept(
                    row.getObject("id", UUID.class),
                    row.getObject("to_day", LocalDate.class),
                    row.getObject("withdrawn_at") != null);
        }
    }

    private Optional<Kept> kept(Enrolment row, UUID person, @Nullable UUID enterprise) {
        return jdbc.sql(
                        """
                        select id, to_day, withdrawn_at from parties.post
                        where person = :person and role = :role and region = :region
                            and department is not distinct from cast(:department as text)
                            and hall is not distinct from cast(:hall as text)
                            and at_window is not distinct from cast(:window as text)
                            and enterprise is not distinct from cast(:enterprise as uuid)
                            and from_day = :from
                        order by withdrawn_at nulls first, id limit 1
                        """)
                .param("person", person)
                .param("role", row.role().name())
                .param("region", row.region().code())
                .param("department", row.department())
                .param("hall", row.hall())
                .param("window", row.window())
                .param("enterprise", enterprise)
                .param("from", row.from())
                .query(Kept::of)
                .optional();
    }

    private @Nullable UUID enterprise(Enrolment row) {
        if (row.code() == null || row.enterprise() == null) {
            return null;
        }
        Optional<Enterprise> known = enterprises.byCode(row.code());
        if (known.isPresent()) {
            if (!known.get().name().equals(row.enterprise())) {
                LOG.warn(
                        "Row {} names the enterprise otherwise than on record, which stays",
                        row.row());
            }
            return known.get().id();
        }
        Enterprise enterprise =
                new Enterprise(Ids.next(clock), row.region(), row.code(), row.enterprise());
        enterprises.add(enterprise);
        return enterprise.id();
    }
}
