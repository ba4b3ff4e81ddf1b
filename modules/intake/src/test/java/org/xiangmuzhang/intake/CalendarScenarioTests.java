package org.xiangmuzhang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiangmuzhang.intake.Story.ANY;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.events.CalendarPublished;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.MovedDueDate;
import org.xiangmuzhang.intake.port.in.FollowingCalendar;
import org.xiangmuzhang.intake.port.in.ReadingMoves;
import org.xiangmuzhang.intake.port.in.TaskFilter;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A new working calendar moves the due dates of clocks that run. */
class CalendarScenarioTests {

    private static final ConfigurableApplicationContext CONTEXT = Story.start();
    private static final AtomicInteger VERSIONS = new AtomicInteger(1);

    private final Story story = new Story(CONTEXT);
    private final JdbcClient jdbc = story.get(JdbcClient.class);
    private final FollowingCalendar following = story.get(FollowingCalendar.class);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @BeforeEach
    void fourDaysOffAreNotYetPlanned() {
        story.get(TestCatalog.class).publish(Calendars.of2026(version()));
        following.run();
    }

    @Test
    void desksAreOrderedByTheDatesOfTheNewCalendarAtEveryPlace() {
        Story elsewhere = new Story(CONTEXT);
        UUID there = elsewhere.accepted(Mode.FORMAL, "SITE-PREEXAM");
        UUID ten = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        story.on("2026-11-10");
        UUID five = story.accepted(Mode.FORMAL, "LAND-PLAN-PERMIT");
        assertThat(desk()).containsExactly(ten, five);
        assertThat(stored(ten, "SITE-PREEXAM")).isEqualTo("2026-11-16");

        String version = publishWithFourDaysOff();
        story.hear();

        assertThat(desk()).containsExactly(five, ten);
        assertThat(stored(ten, "SITE-PREEXAM")).isEqualTo("2026-11-20");
        assertThat(stored(there, "SITE-PREEXAM")).isEqualTo("2026-11-20");
        assertThat(stored(five, "LAND-PLAN-PERMIT")).isEqualTo("2026-11-17");
        assertThat(story.task(ten, "SITE-PREEXAM").promisedDue()).isEqualTo("2026-11-20");
        assertThat(story.task(ten, "SITE-PREEXAM").statutoryDue()).isEqualTo("2026-12-04");
        assertThat(story.lookingUp().task(story.task(ten, "SITE-PREEXAM").id(), story.land).clock())
                .extracting("calendar")
                .isEqualTo(version);
    }

    @Test
    void tellsWhoseDueDatesMovedAndByWhichCalendar() {
        UUID id = story.accepted(Mode.FORMAL, "SITE-PREEXAM", "LAND-PLAN-PERMIT");
        UUID pre = story.task(id, "SITE-PREEXAM").id();
        ReadingMoves reading = story.get(ReadingMoves.class);
        assertThat(reading.movesOf(id, story.clerk)).isEmpty();

        String version = publishWithFourDaysOff();
        story.hear();

        assertThat(reading.movesOf(id, story.clerk))
                .extracting(
                        MovedDueDate::itemCode,
                        MovedDueDate::calendar,
                        MovedDueDate::was,
                        MovedDueDate::becomes)
                .contains(
                        tuple(
                                "SITE-PREEXAM",
                                version,
                                LocalDate.parse("2026-11-16"),
                                LocalDate.parse("2026-11-20")));
        assertThat(reading.moves(null, null, 200, story.land))
                .extracting(MovedDueDate::task)
                .contains(pre);
        assertThat(reading.moves(null, null, 200, story.environment)).isEmpty();
        MovedDueDate first = reading.moves(null, null, 1, story.land).getFirst();
        assertThat(
                        reading.moves(
                                null,
                                new MovedDueDate.Place(first.movedAt(), first.task()),
                                200,
                                story.land))
                .doesNotContain(first);
        assertThatThrownBy(() -> reading.moves(null, null, 1, story.applicant))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aStoppedClockFollowsAndWhatHasNoneOrIsDecidedStays() {
        UUID stopped = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        story.examining()
                .beginProcedure(
                        story.task(stopped, "SITE-PREEXAM").id(),
                        SpecialProcedure.EXPERT,
                        LocalDate.parse("2026-11-03"),
                        ANY,
                        story.land);
        UUID decided = story.accepted(Mode.FORMAL, "EIA-RADIATION");
        story.approve(decided, "EIA-RADIATION", story.environment);

        publishWithFourDaysOff();
        story.hear();

        assertThat(stored(stopped, "SITE-PREEXAM")).isEqualTo("2026-11-20");
        assertThat(stored(decided, "EIA-RADIATION")).isEqualTo("2026-11-16");
    }

    @Test
    void nobodysDecisionIsStaleBecauseADateMoved() {
        UUID id = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        UUID task = story.task(id, "SITE-PREEXAM").id();
        long before = story.lookingUp().task(task, story.land).version();

        publishWithFourDaysOff();
        story.hear();

        assertThat(story.lookingUp().task(task, story.land).version()).isEqualTo(before);
        assertThat(following.run()).isZero();
    }

    @Test
    void goesOnWhereItWasStoppedAndComputesNothingTwice() {
        UUID id = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        copies(id, 450);
        WorkingDays next = fourDaysOff();
        story.get(TestCatalog.class).publish(next);
        jdbc.sql(
                        """
                        create function intake.stop() returns trigger language plpgsql as
                        $$ begin raise exception 'stopped'; end $$
                        """)
                .update();
        jdbc.sql(
                        """
                        create trigger stop before update on intake.task for each row
                        when (old.item_code = 'COPY-300') execute function intake.stop()
                        """)
                .update();

        assertThatThrownBy(following::run).hasMessageContaining("stopped");
        jdbc.sql("drop function intake.stop() cascade").update();
        int left = by(next, "<>");

        assertThat(by(next, "=")).isPositive();
        assertThat(left).isPositive();
        assertThat(following.run()).isEqualTo(left);
        assertThat(
                        jdbc.sql(
                                        "select distinct promised_due from intake.task where"
                                                + " application = ?")
                                .param(id)
                                .query(LocalDate.class)
                                .list())
                .containsExactly(LocalDate.parse("2026-11-20"));
        assertThat(following.run()).isZero();
    }

    @Test
    void leavesOutWhatSomebodyIsChangingAndTakesItTheNextTime() {
        UUID id = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        story.get(TestCatalog.class).publish(fourDaysOff());

        story.get(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> {
                            jdbc.sql("select id from intake.task where application = ? for update")
                                    .param(id)
                                    .query(UUID.class)
                                    .list();
                            assertThat(following.run()).isZero();
                        });

        assertThat(stored(id, "SITE-PREEXAM")).isEqualTo("2026-11-16");
        assertThat(following.run()).isEqualTo(1);
        assertThat(stored(id, "SITE-PREEXAM")).isEqualTo("2026-11-20");
    }

    private int by(WorkingDays calendar, String operator) {
        return jdbc.sql(
                        "select count(*) from intake.task where calendar %s ? and state in"
                                        .formatted(operator)
                                + " ('IN_DEPARTMENT', 'PAUSED')")
                .param(calendar.version())
                .query(Integer.class)
                .single();
    }

    /** Items like the first one, with ids that come after it. */
    private void copies(UUID application, int count) {
        jdbc.sql(
                        """
                        insert into intake.task
                        select copy.* from intake.task t, generate_series(1, :count) n,
                            jsonb_populate_record(t, jsonb_build_object(
                                'id', 'ffffffff-0000-0000-0000-' || lpad(n::text, 12, '0'),
                                'item_code', 'COPY-' || n)) copy
                        where t.application = :application
                        """)
                .param("count", count)
                .param("application", application)
                .update();
    }

    private String publishWithFourDaysOff() {
        var calendar = fourDaysOff();
        story.get(TestCatalog.class).publish(calendar);
        story.get(TransactionTemplate.class)
                .executeWithoutResult(
                        status ->
                                CONTEXT.publishEvent(
                                        new CalendarPublished(
                                                new UUID(0, 1),
                                                Region.TEMPLATE,
                                                calendar.version())));
        return calendar.version();
    }

    private static WorkingDays fourDaysOff() {
        return Calendars.of2026(version(), "2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06");
    }

    private static String version() {
        return "2026-" + VERSIONS.incrementAndGet();
    }

    private List<UUID> desk() {
        return story.lookingUp().tasks(new TaskFilter(null, null, null), 10, story.land).stream()
                .map(line -> line.task().application())
                .toList();
    }

    private String stored(UUID application, String item) {
        return jdbc.sql(
                        "select promised_due::text from intake.task"
                                + " where application = ? and item_code = ?")
                .params(application, item)
                .query(String.class)
                .single();
    }
}
