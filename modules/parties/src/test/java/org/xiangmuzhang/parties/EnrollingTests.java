package org.xiangmuzhang.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.keys.TestKeys;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import javax.sql.DataSource;

class EnrollingTests {

    private static final String HEADER = String.join(",", EnrolmentList.HEADER) + "\n";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String LIST =
            """
            wang,王建平,APPLICANT,140500,,,91140500MA9DEMA138,明曜新能源,2026-01-01,
            zhao,赵明亮,APPROVER,140500,NDRC,,,,2026-01-01,
            zhao,赵明亮,HEAD,140502,NDRC,,,,2026-01-01,2026-12-31
            zhang,张志远,CLERK,140500,,140500-01,,,2026-01-01,
            """;

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneOffset.UTC);
    private JdbcClient jdbc;
    private People people;
    private Enterprises enterprises;
    private Enrolling enrolling;

    @BeforeEach
    void connect() {
        DataSource database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
        people = new JdbcPeople(jdbc, TestKeys.over(jdbc), clock);
        enterprises = new JdbcEnterprises(jdbc);
        enrolling =
                new Enrolling(
                        people, enterprises, jdbc, clock, new JdbcTransactionManager(database));
    }

    @Test
    void createsPeoplePostsAndEnterprises() {
        assertThat(take(LIST)).extracting(Person::login).containsExactly("wang", "zhao", "zhang");

        Enterprise enterprise =
                enterprises.byCode(new SocialCreditCode("91140500MA9DEMA138")).orElseThrow();
        assertThat(enterprise.name()).isEqualTo("明曜新能源");
        assertThat(posts("wang"))
                .singleElement()
                .satisfies(post -> assertThat(post.enterprise()).isEqualTo(enterprise.id()));
        assertThat(posts("zhao"))
                .extracting(Post::role, Post::region, Post::department, Post::to)
                .containsExactlyInAnyOrder(
                        tuple(Role.APPROVER, new Region("140500"), "NDRC", null),
                        tuple(Role.HEAD, new Region("140502"), "NDRC", LocalDate.of(2026, 12, 31)));
        assertThat(posts("zhang")).extracting(Post::hall).containsExactly("140500-01");
        assertThat(people.passwordHash("zhang")).isEmpty();
    }

    @Test
    void aClerkMaySitAtAWindow() {
        String header = HEADER.replace("hall,", "hall,window,");
        byte[] list =
                (header
                                + "zhang,张志远,CLERK,140500,,140500-01,03,,,2026-01-01,\n"
                                + "li,李慧敏,CLERK,140500,,140500-01,,,,2026-01-01,\n")
                        .getBytes(StandardCharsets.UTF_8);
        enrolling.enrol(EnrolmentList.read(list), null);
        assertThat(posts("zhang")).extracting(Post::window).containsExactly("03");
        assertThat(posts("li")).extracting(Post::window).containsNull();

        byte[] wrong =
                (header + "wang,王平,INSPECTOR,140500,,140500-01,03,,,2026-01-01,\n")
                        .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> EnrolmentList.read(wrong))
                .isInstanceOf(EnrolmentsRefusedException.class)
                .hasMessageContaining("Row 2, column window");
    }

    @Test
    void secondTimeChangesNothing() {
        take(LIST);

        assertThat(take("\uFEFF", LIST)).isEmpty();

        assertThat(count()).isEqualTo(3 + 4 + 1);
    }

    @Test
    void whoIsNoLongerListedKeepsTheirPosts() {
        take(LIST);

        take("");

        assertThat(posts("zhang")).hasSize(1);
    }

    @Test
    void lastDayInARowEndsItsPost() {
        take(LIST);

        take("zhang,张志远,CLERK,140500,,140500-01,,,2026-01-01,2026-03-01\n");

        assertThat(posts("zhang")).isEmpty();
    }

    @Test
    void withdrawnPostIsNotGivenBack() {
        take(LIST);
        people.withdraw(posts("zhang").getFirst().id());

        take(LIST);

        assertThat(posts("zhang")).isEmpty();
    }

    @Test
    void namesEveryFaultWithRowAndColumn() {
        assertThatThrownBy(
                        () ->
                                take(
                                        """
                                        ,张志远,CLERK,140500,,,,,2026-01-01,
                                        a,赵明亮,SYSTEM,1405,,,,,2026-13-01,
                                        b,赵明亮,APPROVER,140500,,,,,2026-01-01,2025-12-31
                                        c,王建平,APPLICANT,140500,,,91140500MA9DEMA139,明曜新能源,2026-01-01,
                                        d,王建平,APPLICANT,140500,,,,,2026-01-01,
                                        e,李慧敏,STEWARD,140500
                                        f,李慧敏,STEWARD,140500,,,,,2026-01-01,
                                        f,李慧,STEWARD,140500,,,,,2026-01-01,
                                        """))
                .isInstanceOfSatisfying(
                        EnrolmentsRefusedException.class,
                        refused ->
                                assertThat(refused.faults())
                                        .extracting(fault -> fault.replaceFirst(":.*", ""))
                                        .containsExactly(
                                                "Row 2, column login",
                                                "Row 3, column role",
                                                "Row 3, column region",
                                                "Row 3, column from",
                                                "Row 4, column department",
                                                "Row 4, column to",
                                                "Row 5, column enterprise_code",
                                                "Row 6, column enterprise_code",
                                                "Row 7, column department",
                                                "Row 9, column name",
                                                "Row 9, column login"));
        assertThat(count()).isZero();
    }

    @Test
    void noOfficialHasALoginOfAnEnterprisesPeople() {
        String login = "wang@91140500MA9DEMA138";
        assertThatThrownBy(() -> take(login + ",王建平,STEWARD,140500,,,,,2026-01-01,\n"))
                .isInstanceOfSatisfying(
                        EnrolmentsRefusedException.class,
                        refused ->
                                assertThat(refused.faults())
                                        .singleElement()
                                        .asString()
                                        .startsWith("Row 2, column login"));
        take(login + ",王建平,APPLICANT,140500,,,91140500MA9DEMA138,明曜新能源,2026-01-01,\n");
        assertThat(posts(login)).hasSize(1);
    }

    @Test
    void nobodyIsAnOfficialAndActsForAnEnterpriseOnTheSameDay() {
        String agent = "qian,钱立,APPLICANT,140500,,,91140500MA9DEMA138,明曜新能源,2026-01-01,";
        String clerk = "qian,钱立,CLERK,140500,,,,,2026-03-01,\n";
        assertThatThrownBy(() -> take(agent + "\n" + clerk))
                .isInstanceOfSatisfying(
                        EnrolmentsRefusedException.class,
                        refused ->
                                assertThat(refused.faults())
                                        .singleElement()
                                        .asString()
                                        .startsWith("Row 3, column role"));
        assertThat(count()).isZero();

        take(agent + "2026-02-28\n" + clerk);

        assertThat(posts("qian")).extracting(Post::role).containsExactly(Role.CLERK);
        assertThatThrownBy(() -> take(agent + "2026-03-01\n"))
                .isInstanceOf(EnrolmentsRefusedException.class);
    }

    @Test
    void refusesAListWithAnotherHeader() {
        assertThatThrownBy(() -> EnrolmentList.read(bytes("login,name\n")))
                .isInstanceOf(EnrolmentsRefusedException.class)
                .hasMessageStartingWith("Row 1 should be login,name,role");
        assertThatThrownBy(() -> EnrolmentList.read(bytes("")))
                .isInstanceOf(EnrolmentsRefusedException.class);
        assertThatThrownBy(() -> EnrolmentList.read(new byte[] {(byte) 0xC4, (byte) 0xFA}))
                .hasMessage("The list is not UTF-8 text.");
    }

    private List<Person> take(String... rows) {
        String text =
                rows.length == 2 ? rows[0] + HEADER + rows[1] : HEADER + String.join("", rows);
        return enrolling.enrol(EnrolmentList.read(bytes(text)), null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Post> posts(String login) {
        return people.posts(people.byLogin(login).orElseThrow().id(), DAY);
    }

    private int count() {
        return jdbc.sql(
                        "select (select count(*) from parties.person)"
                                + " + (select count(*) from parties.post)"
                                + " + (select count(*) from parties.enterprise)")
                .query(Integer.class)
                .single();
    }
}
