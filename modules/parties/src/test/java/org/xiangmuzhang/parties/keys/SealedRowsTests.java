package org.xiangmuzhang.parties.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** What stands in the tables, and who can read it with which keys. */
class SealedRowsTests {

    private static final Region PLACE = new Region("140500");
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir private Path root;

    private final List<AnnotationConfigApplicationContext> started = new ArrayList<>();
    private final String first = MasterKeys.line();
    private DataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void connect() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
    }

    @AfterEach
    void stop() {
        started.forEach(AnnotationConfigApplicationContext::close);
    }

    @Test
    void nothingPersonalStandsInTheTables() {
        var node = start(Map.of("xiangmuzhang.master-keys", first));
        Person person = person(node, "zhang");
        UUID remark = remark(node, person, "请联系张志远补交材料");

        assertThat(everything())
                .contains(person.id().toString())
                .doesNotContain("zhang", "张志远", "13812341234", "请联系");
        assertThat(node.getBean(People.class).byId(person.id())).contains(person);
        assertThat(node.getBean(Remarks.class).text(remark)).contains("请联系张志远补交材料");
    }

    @Test
    void keysOfWhatWasUndoneAreNotRemembered() {
        var node = start(Map.of("xiangmuzhang.master-keys", first));
        byte[] answer = "答复".getBytes(StandardCharsets.UTF_8);
        new TransactionTemplate(node.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        undone -> {
                            node.getBean(PersonKeys.class).index("zhang");
                            node.getBean(DayKeys.class).seal(answer, "key");
                            undone.setRollbackOnly();
                        });

        byte[] login = node.getBean(PersonKeys.class).index("zhang");
        byte[] sealed = node.getBean(DayKeys.class).seal(answer, "key");

        var other = start(Map.of("xiangmuzhang.master-keys", first));
        assertThat(other.getBean(PersonKeys.class).index("zhang")).isEqualTo(login);
        assertThat(other.getBean(DayKeys.class).open(sealed, "key")).contains(answer);
    }

    @Test
    void valuesOfBothAlgorithmsStandSideBySide() {
        var aes = start(Map.of("xiangmuzhang.master-keys", first));
        Person one = person(aes, "one");
        UUID byOne = remark(aes, one, "甲说的话");
        var sm4 =
                start(
                        Map.of(
                                "xiangmuzhang.master-keys",
                                first,
                                "xiangmuzhang.sealing-algorithm",
                                "SM4_GCM"));
        Person two = person(sm4, "two");
        UUID alsoByOne = remark(sm4, one, "甲又说的话");

        assertThat(
                        jdbc.sql("select algorithm from parties.person order by id")
                                .query(String.class)
                                .list())
                .containsExactly("AES_GCM", "SM4_GCM");
        for (var node : List.of(aes, sm4)) {
            assertThat(node.getBean(People.class).names(List.of(one.id(), two.id()))).hasSize(2);
            assertThat(node.getBean(Remarks.class).texts(List.of(byOne, alsoByOne)))
                    .containsValues("甲说的话", "甲又说的话");
        }
    }

    @Test
    void plainRowsAreSealedAtTheStartAndNoneIsLeft() {
        UUID author = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into parties.person (id, login, name, phone)
                        select gen_random_uuid(), 'old-' || n, '旧名' || n, '1391234' || n
                          from generate_series(1000, 2200) n
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into parties.remark (id, region, author, text, written_at)
                        select gen_random_uuid(), '140500', :author, '旧话' || n, now()
                          from generate_series(1000, 2200) n
                        """)
                .param("author", author)
                .update();

        var node = start(Map.of("xiangmuzhang.master-keys", first));

        assertThat(everything())
                .contains(author.toString())
                .doesNotContain("old-1", "旧名", "旧话", "1391234");
        assertThat(node.getBean(People.class).byLogin("old-1234"))
                .hasValueSatisfying(
                        person -> {
                            assertThat(person.name()).isEqualTo("旧名1234");
                            assertThat(person.phone()).isEqualTo("13912341234");
                        });
        List<UUID> remarks = jdbc.sql("select id from parties.remark").query(UUID.class).list();
        assertThat(node.getBean(Remarks.class).texts(remarks))
                .hasSize(1201)
                .containsValue("旧话2200");
    }

    @Test
    void aLoginThatIsStillPlainBesideASealedNameIsSealedInItsAlgorithm() {
        var aes = start(Map.of("xiangmuzhang.master-keys", first));
        Person person = person(aes, "late");
        jdbc.sql(
                        "update parties.person set login = 'late', login_index = null,"
                                + " sealed_login = null")
                .update();
        assertThat(aes.getBean(People.class).passwordHash("late")).isEmpty();

        var sm4 =
                start(
                        Map.of(
                                "xiangmuzhang.master-keys",
                                first,
                                "xiangmuzhang.sealing-algorithm",
                                "SM4_GCM"));

        assertThat(everything()).doesNotContain("late");
        assertThat(sm4.getBean(People.class).byLogin("late")).contains(person);
    }

    @Test
    void anErasedPersonIsNobodyAndLeavesNoValueBehind() {
        var node = start(Map.of("xiangmuzhang.master-keys", first));
        People people = node.getBean(People.class);
        Person person = person(node, "leaver");
        UUID remark = remark(node, person, "我的话");
        people.assign(
                new Post(
                        Ids.next(CLOCK),
                        person.id(),
                        Role.CLERK,
                        PLACE,
                        null,
                        null,
                        null,
                        LocalDate.of(2020, 1, 1),
                        null));

        people.erase(person.id());

        assertThat(people.byId(person.id())).isEmpty();
        assertThat(people.byLogin("leaver")).isEmpty();
        assertThat(people.isErased(person.id())).isTrue();
        assertThat(people.posts(person.id(), LocalDate.of(2026, 3, 2))).isEmpty();
        assertThat(node.getBean(Remarks.class).text(remark)).isEmpty();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from parties.person
                                         where login_index is null and sealed_login is null
                                           and sealed_name is null and sealed_phone is null
                                           and erased_at is not null
                                        """)
                                .query(Long.class)
                                .single())
                .isOne();
    }

    @Test
    void whatIsSealedForDaysOpensNoMoreWhenItsDayIsOver() {
        var node = start(Map.of("xiangmuzhang.master-keys", first));
        PersonKeys keys = node.getBean(PersonKeys.class);
        Instant monday = Instant.parse("2026-03-02T02:00:00Z");
        DayKeys then = new DayKeys(keys, () -> monday);
        byte[] sealed = then.seal(new byte[] {1, 2, 3}, "session");
        DayKeys later = new DayKeys(keys, () -> monday.plus(Duration.ofDays(9)));
        assertThat(later.forget()).isZero();
        assertThat(later.open(sealed, "session")).contains(new byte[] {1, 2, 3});
        assertThat(later.open(new byte[] {1, 2, 3}, "session")).isEmpty();

        DayKeys over = new DayKeys(keys, () -> monday.plus(Duration.ofDays(10)));
        assertThat(over.forget()).isOne();

        assertThat(over.open(sealed, "session")).isEmpty();
    }

    @Test
    void anErasedKeyIsGoneOnEveryNodeAtOnceAndNoOtherIsMade() {
        var here = start(Map.of("xiangmuzhang.master-keys", first));
        var there = start(Map.of("xiangmuzhang.master-keys", first));
        Person person = person(here, "gone");
        UUID remark = remark(here, person, "我的电话是一三八");
        assertThat(there.getBean(People.class).names(List.of(person.id()))).hasSize(1);

        here.getBean(PersonKeys.class).erase(person.id(), NOW);

        assertThat(there.getBean(People.class).names(List.of(person.id())).get(person.id()))
                .isIn("已删除的人员", "Erased person");
        assertThat(there.getBean(People.class).byLogin("gone")).isEmpty();
        assertThat(there.getBean(Remarks.class).text(remark)).isEmpty();
        assertThatThrownBy(() -> remark(there, person, "还有"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.rule()).isEqualTo("person-erased"));
    }

    @Test
    void aNewMasterKeyWrapsEveryKeyAnewAndTheOldOneMayGo() {
        var before = start(Map.of("xiangmuzhang.master-keys", first));
        List<Person> people =
                IntStream.range(0, 2100).mapToObj(n -> person(before, "p" + n)).toList();
        String second = MasterKeys.line();
        var both = start(Map.of("xiangmuzhang.master-keys", first + "," + second));
        assertThat(names(both, people)).hasSize(2100);

        assertThat(both.getBean(PersonKeys.class).wrapAnew()).isEqualTo(2101); // and that of logins

        assertThat(both.getBean(PersonKeys.class).wrapAnew()).isZero();
        var after = start(Map.of("xiangmuzhang.master-keys", second));
        assertThat(names(after, people)).hasSize(2100);
        assertThatThrownBy(() -> start(Map.of("xiangmuzhang.master-keys", first)))
                .rootCause()
                .isInstanceOf(MasterKeysRefusedException.class)
                .hasMessageContaining("not given");
    }

    @Test
    void onADevelopersMachineAKeyIsMadeOnceForItsOwnerAlone() throws IOException {
        var node = start(Map.of());
        Person person = person(node, "developer");
        Path file = root.resolve(".data/master-keys");
        String made = Files.readString(file);

        var again = start(Map.of());

        assertThat(Files.readString(file)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(again.getBean(People.class).byLogin("developer")).contains(person);
    }

    @Test
    void productionDoesNotStartWithoutMasterKeys() {
        assertThatThrownBy(() -> start(Map.of(), "production"))
                .rootCause()
                .isInstanceOf(MasterKeysRefusedException.class)
                .hasMessageContaining("xiangmuzhang.master-keys");
        assertThat(root.resolve(".data")).doesNotExist();
    }

    @Test
    void masterKeysAreReadFromAFile() throws IOException {
        Path file = Files.writeString(root.resolve("keys"), "# 2026\n" + first + "\n");
        var node = start(Map.of("xiangmuzhang.master-keys", "file:" + file), "production");
        Person person = person(node, "filed");

        assertThat(node.getBean(People.class).byId(person.id())).contains(person);
    }

    private AnnotationConfigApplicationContext start(
            Map<String, Object> properties, String... profiles) {
        var context = new AnnotationConfigApplicationContext();
        started.add(context);
        context.getEnvironment().setActiveProfiles(profiles);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", properties));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "root", Map.of("xiangmuzhang.root", root.toString())));
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(Clock.class, () -> CLOCK);
        context.registerBean(
                PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.scan("org.xiangmuzhang.parties");
        context.refresh();
        return context;
    }

    private static Person person(AnnotationConfigApplicationContext node, String login) {
        Person person = new Person(Ids.next(CLOCK), login, "张志远", "13812341234");
        node.getBean(People.class).add(person, null);
        return person;
    }

    private static UUID remark(
            AnnotationConfigApplicationContext node, Person author, String text) {
        return node.getBean(Remarks.class).write(PLACE, author.id(), text, "/reason");
    }

    private static Set<UUID> names(AnnotationConfigApplicationContext node, List<Person> people) {
        return node.getBean(People.class).names(people.stream().map(Person::id).toList()).keySet();
    }

    /** Every value of every column of this module's tables, as text. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("person", "person_key", "remark", "post", "enterprise")) {
            jdbc.sql("select t::text from parties." + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(all::append);
        }
        return all.toString();
    }
}
