package org.xiangmuzhang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.EnrolmentsRefusedException;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.signin.issuer.Clients;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

class IssuerChoiceTests {

    private static final String HEADER =
            "login,name,role,region,department,hall,enterprise_code,enterprise,from,to\n";

    @Test
    void productionDoesNotStartWithUsersOfItsOwn() {
        assertThatThrownBy(() -> start(TestDatabase.fresh(), "--spring.profiles.active=production"))
                .isInstanceOf(IssuerMissingException.class)
                .hasMessageContaining("xiangmuzhang.issuer");
    }

    @Test
    void theReasonIsOneSentence() {
        IssuerMissingException missing = new IssuerMissingException();
        String sentence =
                Objects.requireNonNull(new IssuerMissingAnalyzer().analyze(missing, missing))
                        .getDescription();

        assertThat(sentence).doesNotContain("\n").endsWith(".");
    }

    @Test
    void keyAndUsersSurviveARestart() {
        DataSource database = TestDatabase.fresh();
        String token;
        try (ConfigurableApplicationContext first = start(database)) {
            token = browser(first).token("auditor");
        }
        try (ConfigurableApplicationContext second = start(database)) {
            assertThat(
                            browser(second)
                                    .get("/api/me", "Authorization", "Bearer " + token)
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void outerIssuerIsNotAskedBeforeItIsNeeded() {
        try (ConfigurableApplicationContext context =
                start(
                        TestDatabase.fresh(),
                        "--spring.profiles.active=production",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:9")) {
            Environment environment = context.getEnvironment();

            assertThat(environment.getProperty("xiangmuzhang.demo")).isEqualTo("false");
            assertThat(context.getBeanProvider(DemoUsers.class).getIfAvailable()).isNull();
            assertThat(context.getBeanProvider(Clients.class).getIfAvailable()).isNull();
            assertThat(context.getBean(JwtDecoder.class)).isNotNull();
            Browser browser = browser(context);
            assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
            assertThat(browser.get("/sign-in").body())
                    .contains("/oauth2/authorization/outer")
                    .doesNotContain("type=\"password\"");
            assertThat(browser.post("/oauth2/token", Map.of()).statusCode()).isNotEqualTo(200);
        }
    }

    @Test
    void tokenOfAnOuterIssuerIsTakenAndItsPostsAreLookedUpHere() {
        try (ConfigurableApplicationContext issuer = start(TestDatabase.fresh())) {
            String address = "http://localhost:" + port(issuer);
            try (ConfigurableApplicationContext context =
                    start(TestDatabase.fresh(), "--xiangmuzhang.issuer=" + address)) {
                Clock clock = context.getBean(Clock.class);
                People people = context.getBean(People.class);
                Person person = new Person(Ids.next(clock), "auditor", "外部用户", null);
                people.add(person, null);
                people.assign(
                        new Post(
                                Ids.next(clock),
                                person.id(),
                                Role.LEADER,
                                new Region("140500"),
                                null,
                                null,
                                null,
                                LocalDate.of(2020, 1, 1),
                                null));
                String token = browser(issuer).token("auditor");

                var who = browser(context).get("/api/who", "Authorization", "Bearer " + token);

                assertThat(who.statusCode()).as(who.body()).isEqualTo(200);
                assertThat(Browser.json(who).path("role").asString()).isEqualTo("LEADER");
                var toIssuer = browser(context).get("/oauth2/authorization/outer");
                assertThat(Browser.location(toIssuer))
                        .startsWith(address + "/oauth2/authorize")
                        .contains("code_challenge=");
            }
        }
    }

    @Test
    void personOfTheOperatorsListSignsInThroughAnOuterIssuerAndActs(@TempDir Path folder)
            throws IOException {
        Path list = folder.resolve("people.csv");
        Files.writeString(
                list,
                HEADER
                        + """
                        clerk-140500,张志远,CLERK,140500,,140500-01,,,2020-01-01,
                        applicant-140500,王建平,APPLICANT,140500,,,91140500MA9DEMA138,明曜新能源,2020-01-01,
                        auditor,石永红,AUDITOR,000000,,,,,2019-01-01,2019-12-31
                        """);
        DataSource database = TestDatabase.fresh();
        try (ConfigurableApplicationContext issuer = start(TestDatabase.fresh())) {
            String[] arguments = {
                "--spring.profiles.active=production",
                "--xiangmuzhang.issuer=http://localhost:" + port(issuer),
                "--xiangmuzhang.people=file:" + list
            };
            start(database, arguments).close();
            try (ConfigurableApplicationContext restarted = start(database, arguments)) {
                var clerk = as("clerk-140500", issuer, restarted);
                assertThat(clerk.statusCode()).as(clerk.body()).isEqualTo(200);
                assertThat(Browser.json(clerk).path("role").asString()).isEqualTo("CLERK");
                assertThat(
                                Browser.json(as("applicant-140500", issuer, restarted))
                                        .path("enterprise")
                                        .isNull())
                        .isFalse();
                assertThat(as("auditor", issuer, restarted).statusCode()).isEqualTo(403);
                assertThat(as("leader-140500", issuer, restarted).statusCode()).isEqualTo(403);
                assertThat(
                                restarted
                                        .getBean(JdbcClient.class)
                                        .sql("select count(*) from parties.post")
                                        .query(Integer.class)
                                        .single())
                        .isEqualTo(3);
            }
        }
    }

    private static HttpResponse<String> as(
            String login,
            ConfigurableApplicationContext issuer,
            ConfigurableApplicationContext platform) {
        String token = browser(issuer).token(login);
        return browser(platform).get("/api/who", "Authorization", "Bearer " + token);
    }

    @Test
    void listOfPeopleWithAFaultStopsTheStartAndTakesNobody(@TempDir Path folder)
            throws IOException {
        Path list = folder.resolve("people.csv");
        Files.writeString(
                list,
                HEADER
                        + """
                        clerk,张志远,CLERK,140500,,140500-01,,,2020-02-29,
                        nobody,李慧敏,KING,140500,,,,,2020-01-01,
                        """);
        DataSource database = TestDatabase.fresh();

        assertThatThrownBy(() -> start(database, "--xiangmuzhang.people=file:" + list))
                .isInstanceOfSatisfying(
                        EnrolmentsRefusedException.class,
                        refused ->
                                assertThat(
                                                Objects.requireNonNull(
                                                                new EnrolmentsRefusedAnalyzer()
                                                                        .analyze(refused, refused))
                                                        .getDescription())
                                        .contains("xiangmuzhang.people", "Row 3, column role"));
        assertThat(
                        JdbcClient.create(database)
                                .sql(
                                        "select count(*) from parties.post where from_day = '2020-02-29'")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void listOfPeopleThatIsNotThereStopsTheStart() {
        assertThatThrownBy(
                        () -> start(TestDatabase.fresh(), "--xiangmuzhang.people=file:/not/there"))
                .isInstanceOf(EnrolmentsRefusedException.class)
                .hasMessageContaining("/not/there");
    }

    @Test
    void departmentsOfTheOperatorAreOpenedOnceAndStay(@TempDir Path folder) throws IOException {
        Path list = folder.resolve("departments.csv");
        String header = "region,kinds,name,name_en,contact,seat\n";
        Files.writeString(
                list,
                header
                        + """
                        140524,NDRC IIT,陵川县发展和改革局,Lingchuan DRB,0356-6200000,二楼
                        140524,NR,陵川县自然资源局,,,
                        """);
        DataSource database = TestDatabase.fresh();
        String named = "--xiangmuzhang.departments=file:" + list;
        start(database, named).close();
        Files.writeString(list, header + "140524,NDRC,别的名称,,,\n140525,NR,泽州县自然资源局,,,\n");
        try (ConfigurableApplicationContext again = start(database, named)) {
            assertThat(
                            again.getBean(JdbcClient.class)
                                    .sql("select name from parties.department order by name")
                                    .query(String.class)
                                    .list())
                    .containsExactlyInAnyOrder("陵川县发展和改革局", "陵川县自然资源局", "泽州县自然资源局");
        }
        Files.writeString(list, header + "nowhere,NR,局,,,\n140525,,局,,,\n");
        assertThatThrownBy(() -> start(database, named))
                .isInstanceOf(EnrolmentsRefusedException.class)
                .hasMessageContaining("/list/2/region")
                .hasMessageContaining("/list/3/kinds");
    }

    @Test
    void demoUsersAreServedOnLoopbackAlone() throws IOException {
        try (ConfigurableApplicationContext context = start(TestDatabase.fresh())) {
            assertThat(answers("127.0.0.1", context)).isTrue();
            assertThat(answers("localhost", context)).isTrue();
            for (String other : others()) {
                assertThat(answers(other, context)).as(other).isFalse();
            }
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void anAddressOfTheOperatorsIsTakenAndDemoUsersThereAreWarnedOf(CapturedOutput output)
            throws IOException {
        try (ConfigurableApplicationContext context =
                start(TestDatabase.fresh(), "--server.address=0.0.0.0")) {
            for (String other : others()) {
                assertThat(answers(other, context)).as(other).isTrue();
            }
            assertThat(output).contains("Demo users, whose password everybody knows");
        }
    }

    /** Addresses of this machine beside the one of its name. */
    private static List<String> others() throws IOException {
        List<String> others = new ArrayList<>();
        others.add("127.0.0.2");
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .filter(address -> !address.isLoopbackAddress())
                .forEach(address -> others.add(address.getHostAddress()));
        return others;
    }

    private static boolean answers(String host, ConfigurableApplicationContext context)
            throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port(context)), 5000);
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void withoutDemoUsersNobodyIsCreatedAndEveryAddressIsServed(CapturedOutput output)
            throws IOException {
        try (ConfigurableApplicationContext context =
                start(TestDatabase.fresh(), "--xiangmuzhang.demo=false")) {
            assertThat(
                            context.getBean(JdbcClient.class)
                                    .sql("select count(*) from parties.person")
                                    .query(Integer.class)
                                    .single())
                    .isZero();
            for (String other : others()) {
                assertThat(answers(other, context)).as(other).isTrue();
            }
            assertThat(output).doesNotContain("Demo users");
        }
    }

    private static ConfigurableApplicationContext start(DataSource database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--server.port=0");
        all.add("--xiangmuzhang.master-keys=" + "A".repeat(64));
        return new SpringApplicationBuilder(SigninApplication.class)
                .initializers(
                        context ->
                                context.getBeanFactory()
                                        .registerSingleton("given", new Given(database)))
                .run(all.toArray(String[]::new));
    }

    /** Lets a test bring its own database. */
    record Given(DataSource database) {}

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static Browser browser(ConfigurableApplicationContext context) {
        return new Browser(port(context));
    }
}
