package org.xiangmuzhang.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.keys.PersonKeys;
import org.xiangmuzhang.parties.keys.TestKeys;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartiesTests {

    private static final Region JINCHENG = new Region("140500");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneOffset.UTC);
    private JdbcClient jdbc;
    private People people;
    private Enterprises enterprises;
    private Remarks remarks;

    @BeforeAll
    void connect() {
        jdbc = JdbcClient.create(TestDatabase.fresh());
        PersonKeys keys = TestKeys.over(jdbc);
        people = new JdbcPeople(jdbc, keys, clock);
        enterprises = new JdbcEnterprises(jdbc);
        remarks = new JdbcRemarks(jdbc, keys, clock);
    }

    @Test
    void findsPersonByIdAndByLogin() {
        Person person = person("wang-li");

        assertThat(people.byId(person.id())).contains(person);
        assertThat(people.byLogin("wang-li")).contains(person);
        assertThat(people.byLogin("WANG-LI")).isEmpty();
        assertThat(people.passwordHash("wang-li")).contains("{noop}x");
    }

    @Test
    void personOfAnOuterIssuerHasNoPassword() {
        Person person = new Person(Ids.next(clock), "outer", "外部用户", null);
        people.add(person, null);

        assertThat(people.byLogin("outer")).contains(person);
        assertThat(people.passwordHash("outer")).isEmpty();
    }

    @Test
    void severalPeopleAreKnownInOneLookUp() {
        Person one = person("one-of-several");
        Person other = person("other-of-several");

        assertThat(people.byIds(List.of(one.id(), other.id(), new UUID(0, 0))))
                .containsExactlyInAnyOrder(one, other);
    }

    @Test
    void refusesSecondPersonWithTheSameLogin() {
        person("twice");

        assertThatThrownBy(() -> person("twice")).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void postCountsFromItsFirstToItsLastDay() {
        UUID person = person("dates").id();
        people.assign(official(person, Role.CLERK, null, DAY, DAY.plusDays(1)));

        assertThat(people.posts(person, DAY.minusDays(1))).isEmpty();
        assertThat(people.posts(person, DAY)).hasSize(1);
        assertThat(people.posts(person, DAY.plusDays(1))).hasSize(1);
        assertThat(people.posts(person, DAY.plusDays(2))).isEmpty();
    }

    @Test
    void withdrawnPostStopsCountingAtOnce() {
        UUID person = person("withdrawn").id();
        Post first = official(person, Role.CLERK, null, DAY, null);
        Post second = official(person, Role.STEWARD, null, DAY.plusDays(1), null);
        people.assign(first);
        people.assign(second);

        people.withdraw(first.id());

        assertThat(people.posts(person, DAY.plusDays(9))).containsExactly(second);
    }

    @Test
    void findsHoldersByRolePlaceAndDepartment() {
        Region place = new Region("350900");
        Post water = post(person("h1").id(), Role.APPROVER, place, "WATER", DAY, null);
        Post land = post(person("h2").id(), Role.APPROVER, place, "NR", DAY, null);
        Stream.of(water, land).forEach(people::assign);

        assertThat(people.holders(Role.APPROVER, place, "WATER", DAY)).containsExactly(water);
        assertThat(people.holders(Role.APPROVER, place, null, DAY))
                .containsExactlyInAnyOrder(water, land);
        assertThat(people.holders(Role.HEAD, place, null, DAY)).isEmpty();
        assertThat(people.holders(Role.APPROVER, place, "WATER", DAY.minusDays(1))).isEmpty();
    }

    @Test
    void refusesPostThatEndsBeforeItBegins() {
        assertThatThrownBy(
                        () -> official(UUID.randomUUID(), Role.CLERK, null, DAY, DAY.minusDays(1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.rule()).isEqualTo("post-ends-before-it-begins"));
    }

    @Test
    void refusesApplicantWithoutEnterprise() {
        assertThatThrownBy(() -> official(UUID.randomUUID(), Role.APPLICANT, null, DAY, null))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.rule()).isEqualTo("applicant-without-enterprise"));
    }

    @Test
    void applicantActsForItsEnterprise() {
        Enterprise enterprise = enterprise("91350900MA9DEMB28L");
        UUID person = person("applicant").id();
        people.assign(
                new Post(
                        Ids.next(clock),
                        person,
                        Role.APPLICANT,
                        JINCHENG,
                        null,
                        enterprise.id(),
                        null,
                        DAY,
                        null));

        assertThat(people.posts(person, DAY).getFirst().actor().enterprise())
                .isEqualTo(enterprise.id());
    }

    @Test
    void findsEnterpriseByItsCode() {
        Enterprise enterprise = enterprise("91140500MA9DEMA138");

        assertThat(enterprises.byCode(enterprise.code())).contains(enterprise);
        assertThat(enterprises.byId(enterprise.id())).contains(enterprise);
        assertThat(enterprises.names(List.of(enterprise.id(), UUID.randomUUID())))
                .isEqualTo(Map.of(enterprise.id(), enterprise.name()));
    }

    @Test
    void looksUpThousandsOfNamesAtOnce() {
        List<UUID> ids = IntStream.range(0, 3000).mapToObj(i -> person("many-" + i).id()).toList();

        assertThat(people.names(ids)).hasSize(3000).containsEntry(ids.getFirst(), "姓名many-0");
        assertThat(people.names(List.of())).isEmpty();
    }

    @Test
    void namesOfAnEnterprisesPeopleAreReadWhereOneWorksWithThem() {
        Enterprise enterprise = enterprise("91140502MA9DEME2XD");
        UUID applicant = person("masked-applicant").id();
        people.assign(
                new Post(
                        Ids.next(clock),
                        applicant,
                        Role.APPLICANT,
                        JINCHENG,
                        null,
                        enterprise.id(),
                        null,
                        DAY,
                        null));
        UUID official = person("masked-official").id();
        people.assign(official(official, Role.CLERK, null, DAY, null));
        List<UUID> both = List.of(applicant, official);
        String name = "姓名masked-applicant";
        String masked = Masked.name(name);
        String known = "姓名masked-official";

        for (Role role : Role.values()) {
            Actor reader = new Actor(UUID.randomUUID(), role, JINCHENG, null, enterprise.id());
            boolean works =
                    List.of(
                                    Role.APPLICANT,
                                    Role.STEWARD,
                                    Role.CLERK,
                                    Role.APPROVER,
                                    Role.HEAD,
                                    Role.LAND_OFFICER,
                                    Role.SYSTEM)
                            .contains(role);
            boolean outside = role == Role.APPLICANT || role == Role.INTERMEDIARY;
            assertThat(people.names(both, reader, Occasion.MATTER))
                    .as("%s beside a matter", role)
                    .containsEntry(applicant, works ? name : masked)
                    .containsEntry(official, works || !outside ? known : Masked.name(known));
            assertThat(people.names(both, reader, Occasion.LIST))
                    .as("%s in a list", role)
                    .containsEntry(applicant, masked)
                    .containsEntry(official, outside ? Masked.name(known) : known);
        }
        Actor oneself = new Actor(applicant, Role.APPLICANT, JINCHENG, null, enterprise.id());
        assertThat(people.names(both, oneself, Occasion.LIST)).containsEntry(applicant, name);
    }

    @Test
    void keepsRemarkAndFindsManyAtOnce() {
        UUID author = person("author").id();
        UUID first = remarks.write(JINCHENG, author, "材料齐全，同意受理。", "/reason");
        UUID second = remarks.write(JINCHENG, author, "字".repeat(2000), "/reason");

        assertThat(remarks.text(first)).contains("材料齐全，同意受理。");
        assertThat(remarks.texts(List.of(first, second, UUID.randomUUID())))
                .containsOnlyKeys(first, second);
        assertThat(remarks.text(UUID.randomUUID())).isEmpty();
    }

    @Test
    void refusesBlankAndOverlongRemarks() {
        for (String text : List.of("", "  \n", "字".repeat(2001))) {
            assertThatThrownBy(() -> remarks.write(JINCHENG, UUID.randomUUID(), text, "/reason"))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.rule()).isEqualTo("remark-length"));
        }
    }

    @Test
    void everyTableHasARegion() {
        assertThat(
                        jdbc.sql(
                                        """
                                        select table_name from information_schema.tables t
                                        where table_schema = 'parties'
                                        and table_name not like 'flyway%'
                                        and not exists (
                                            select from information_schema.columns c
                                            where c.table_schema = t.table_schema
                                            and c.table_name = t.table_name
                                            and c.column_name = 'region'
                                            and c.is_nullable = 'NO')
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    private Person person(String login) {
        Person person = new Person(Ids.next(clock), login, "姓名" + login, "13900000000");
        people.add(person, "{noop}x");
        return person;
    }

    private Enterprise enterprise(String code) {
        Enterprise enterprise =
                new Enterprise(Ids.next(clock), JINCHENG, new SocialCreditCode(code), "某企业" + code);
        enterprises.add(enterprise);
        return enterprise;
    }

    private Post official(
            UUID person,
            Role role,
            @Nullable String department,
            LocalDate from,
            @Nullable LocalDate to) {
        return post(person, role, JINCHENG, department, from, to);
    }

    private Post post(
            UUID person,
            Role role,
            Region region,
            @Nullable String department,
            LocalDate from,
            @Nullable LocalDate to) {
        return new Post(Ids.next(clock), person, role, region, department, null, null, from, to);
    }
}
