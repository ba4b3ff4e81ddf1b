package org.xiangmuzhang.parties.departments;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.departments.DepartmentChange.Kind;
import org.xiangmuzhang.parties.departments.DepartmentChange.State;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Departments with their versions, and what is proposed for them. */
@Repository
class JdbcDepartments {

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    JdbcDepartments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two who change departments of a place take turns. */
    void lock(Region region) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parties.department'), hashtext(?))")
                .param(region.code())
                .query(row -> {});
    }

    /** All versions of a place, the oldest first. */
    List<Department> of(Region region) {
        return jdbc.sql("select * from parties.department where region = ? order by from_day, id")
                .param(region.code())
                .query(JdbcDepartments::department)
                .list();
    }

    /** All versions of one, the oldest first. */
    List<Department> versions(UUID id) {
        return jdbc.sql("select * from parties.department where id = ? order by from_day")
                .param(id)
                .query(JdbcDepartments::department)
                .list();
    }

    /** Adds a version, or takes the place of the one from the same day. */
    void put(Department it) {
        jdbc.sql(
                        """
                        insert into parties.department (id, region, from_day, to_day, kinds, name,
                            name_en, contact, seat, merged_into)
                        values (:id, :region, :from, :to, :kinds, :name, :en, :contact, :seat,
                            :into)
                        on conflict (id, from_day) do update
                           set to_day = excluded.to_day, kinds = excluded.kinds,
                               name = excluded.name, name_en = excluded.name_en,
                               contact = excluded.contact, seat = excluded.seat,
                               merged_into = excluded.merged_into
                        """)
                .param("id", it.id())
                .param("region", it.region().code())
                .param("from", it.from())
                .param("to", it.to())
                .param("kinds", it.wording().kinds().toArray(String[]::new))
                .param("name", it.wording().name())
                .param("en", it.wording().nameEn())
                .param("contact", it.wording().contact())
                .param("seat", it.wording().seat())
                .param("into", it.mergedInto())
                .update();
        jdbc.sql(
                        """
                        update parties.department_head
                           set version = nextval('parties.department_head_drawn')
                        """)
                .update();
    }

    long head() {
        return jdbc.sql("select version from parties.department_head").query(Long.class).single();
    }

    void propose(DepartmentChange it) {
        Department.Wording wording = it.wording();
        jdbc.sql(
                        """
                        insert into parties.department_change (id, region, department, kind, on_day,
                            kinds, name, name_en, contact, seat, merged_into, state, proposed_by,
                            proposed_at, reason)
                        values (:id, :region, :department, :kind, :day, :kinds, :name, :en,
                            :contact, :seat, :into, :state, :by, :at, :reason)
                        """)
                .param("id", it.id())
                .param("region", it.region().code())
                .param("department", it.department())
                .param("kind", it.kind().name())
                .param("day", it.day())
                .param(
                        "kinds",
                        wording == null ? new String[0] : wording.kinds().toArray(String[]::new))
                .param("name", wording == null ? null : wording.name())
                .param("en", wording == null ? null : wording.nameEn())
                .param("contact", wording == null ? null : wording.contact())
                .param("seat", wording == null ? null : wording.seat())
                .param("into", it.into())
                .param("state", it.state().name())
                .param("by", it.proposedBy())
                .param("at", Timestamp.from(it.proposedAt()))
                .param("reason", it.reason())
                .update();
    }

    Optional<DepartmentChange> change(UUID id) {
        return jdbc.sql("select * from parties.department_change where id = ?")
                .param(id)
                .query(JdbcDepartments::change)
                .optional();
    }

    /** Whatever was proposed for one, the latest first. */
    List<DepartmentChange> changesOf(UUID department) {
        return jdbc.sql(
                        "select * from parties.department_change where department = ?"
                                + " order by id desc limit 50")
                .param(department)
                .query(JdbcDepartments::change)
                .list();
    }

    /** What waits for a second person, the oldest first. */
    List<DepartmentChange> waiting(@Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select * from parties.department_change
                         where state = 'PROPOSED' and id > :after order by id limit :limit
                        """)
                .param("after", after == null ? NOBODY : after)
                .param("limit", limit)
                .query(JdbcDepartments::change)
                .list();
    }

    /** What waits to be opened at a place for a kind. */
    List<DepartmentChange> openings(Region region, String kind) {
        return jdbc.sql(
                        """
                        select * from parties.department_change
                         where state = 'PROPOSED' and region = :region and kind = 'OPENED'
                           and kinds @> array[:kind]::text[]
                         order by id
                        """)
                .param("region", region.code())
                .param("kind", kind)
                .query(JdbcDepartments::change)
                .list();
    }

    /** Whether it still waited. */
    boolean decide(UUID change, State state, UUID by, Instant at, UUID answer) {
        return jdbc.sql(
                                """
                                update parties.department_change
                                   set state = :state, decided_by = :by, decided_at = :at,
                                       answer = :answer
                                 where id = :id and state = 'PROPOSED'
                                """)
                        .param("state", state.name())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("answer", answer)
                        .param("id", change)
                        .update()
                > 0;
    }

    /** Posts of these kinds at the place that count after a day. */
    long openPosts(Region region, Collection<String> kinds, LocalDate after) {
        return jdbc.sql(
                        """
                        select count(*) from parties.post
                         where region = :region and department = any(:kinds)
                           and withdrawn_at is null and (to_day is null or to_day > :after)
                        """)
                .param("region", region.code())
                .param("kinds", kinds.toArray(String[]::new))
                .param("after", after)
                .query(Long.class)
                .single();
    }

    /** Who heads departments of these kinds at the place on a day. */
    List<UUID> heads(Region region, Collection<String> kinds, LocalDate on) {
        return jdbc.sql(
                        """
                        select distinct person from parties.post
                         where region = :region and role = 'HEAD' and department = any(:kinds)
                           and withdrawn_at is null and from_day <= :on
                           and (to_day is null or to_day >= :on)
                         order by person limit 20
                        """)
                .param("region", region.code())
                .param("kinds", kinds.toArray(String[]::new))
                .param("on", on)
                .query(UUID.class)
                .list();
    }

    private static Department department(ResultSet row, int number) throws SQLException {
        return new Department(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                wording(row),
                row.getObject("merged_into", UUID.class));
    }

    private static DepartmentChange change(ResultSet row, int number) throws SQLException {
        return new DepartmentChange(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("department", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("on_day", LocalDate.class),
                row.getString("name") == null ? null : wording(row),
                row.getObject("merged_into", UUID.class),
                State.valueOf(row.getString("state")),
                row.getObject("proposed_by", UUID.class),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("reason", UUID.class),
                row.getObject("decided_by", UUID.class),
                row.getObject("answer", UUID.class));
    }

    private static Department.Wording wording(ResultSet row) throws SQLException {
        Array kinds = row.getArray("kinds");
        return new Department.Wording(
                List.of((String[]) kinds.getArray()),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("contact"),
                row.getString("seat"));
    }
}
