package org.xiangmuzhang.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.keys.TestKeys;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** What the database holds by itself, whoever writes: second person, three people, a record. */
class AppointmentRowsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private JdbcClient jdbc;
    private People people;
    private UUID person;

    @BeforeEach
    void connect() {
        jdbc = JdbcClient.create(TestDatabase.fresh());
        people = new JdbcPeople(jdbc, TestKeys.over(jdbc), Clock.systemUTC());
        person = UUID.randomUUID();
        people.add(new Person(person, "somebody", "某人", null), null);
    }

    @Test
    void nobodyIsTwoOfTheThreeOnOneDay() {
        people.assign(post(Role.ADMINISTRATOR, DAY, DAY.plusDays(9)));

        assertThatThrownBy(() -> people.assign(post(Role.AUDITOR, DAY.plusDays(9), null)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("administrators-apart"));
        people.assign(post(Role.CLERK, DAY, null));
        people.assign(post(Role.ADMINISTRATOR, DAY, null));
        assertThat(people.posts(person, DAY)).hasSize(3);
    }

    @Test
    void oneOfTheThreeAfterAnotherIsNotTwo() {
        Post until = post(Role.ADMINISTRATOR, DAY, DAY.plusDays(9));
        people.assign(until);
        people.assign(post(Role.AUDITOR, DAY.plusDays(10), null));

        assertThatThrownBy(
                        () ->
                                jdbc.sql("update parties.post set to_day = null where id = ?")
                                        .param(until.id())
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        people.withdraw(until.id());
        people.assign(post(Role.AUDITOR, DAY, null));
        assertThat(people.posts(person, DAY))
                .singleElement()
                .extracting(Post::role)
                .isEqualTo(Role.AUDITOR);
    }

    @Test
    void whoProposesDoesNotConfirmAndNobodyDoesForHimself() {
        propose(first);
        assertThatThrownBy(() -> decide("CONFIRMED", first))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> decide("CONFIRMED", person))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> propose(person)).isInstanceOf(DataAccessException.class);
        decide("CONFIRMED", second);
    }

    @Test
    void aDepartmentIsChangedByTwoAndWhatWasDecidedStands() {
        jdbc.sql(
                        """
                        insert into parties.department_change (id, region, department, kind, on_day,
                            kinds, name, state, proposed_by, proposed_at, reason)
                        values (:id, '140524', :id, 'OPENED', :day, '{NR}', '局', 'PROPOSED', :by,
                            now(), :id)
                        """)
                .param("id", UUID.randomUUID())
                .param("day", DAY)
                .param("by", first)
                .update();
        String confirm =
                "update parties.department_change set state = 'CONFIRMED', decided_by = ?,"
                        + " decided_at = now()";
        assertThatThrownBy(() -> jdbc.sql(confirm).param(first).update())
                .isInstanceOf(DataAccessException.class);
        jdbc.sql(confirm).param(second).update();
        assertThatThrownBy(() -> jdbc.sql(confirm).param(second).update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from parties.department_change").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theRecordStands() {
        jdbc.sql(
                        """
                        insert into parties.act (id, region, kind, person, post, done_by, done_at,
                            reason)
                        values (gen_random_uuid(), '140500', 'PROPOSED', :id, :id, :id, now(), :id)
                        """)
                .param("id", first)
                .update();
        for (String change :
                new String[] {
                    "update parties.act set kind = 'REFUSED'", "delete from parties.act"
                }) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private void propose(UUID by) {
        jdbc.sql(
                        """
                        insert into parties.proposal (id, region, person, role, from_day, state,
                            proposed_by)
                        values (gen_random_uuid(), '140500', :person, 'CLERK', :day, 'PROPOSED', :by)
                        """)
                .param("person", person)
                .param("day", DAY)
                .param("by", by)
                .update();
    }

    private void decide(String state, UUID by) {
        jdbc.sql("update parties.proposal set state = :state, decided_by = :by")
                .param("state", state)
                .param("by", by)
                .update();
    }

    private Post post(Role role, LocalDate from, @Nullable LocalDate to) {
        return new Post(
                UUID.randomUUID(), person, role, new Region("140500"), null, null, null, from, to);
    }
}
