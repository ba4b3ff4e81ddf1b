package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody whom an administrator adds sets a password with a secret that is shown once, signs in
 * and acts; a forgotten one is reset, and sign-ins of the past are seen by those who may.
 */
class FirstSignInJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z0-9-]+)<");
    private static final String PASSWORD = "Taihang#Shan-26";

    private final Visitor administrator = Visitor.signIn(PLATFORM.address(), "administrator");
    private final Visitor security = Visitor.signIn(PLATFORM.address(), "security-administrator");
    private final String login = "new-" + UUID.randomUUID();

    @Test
    void anAddedPersonSetsAPasswordSignsInAndActs() {
        UUID person = added();
        String secret = secret(administrator, person, "secret");

        assertThat(set(secret, "short", "short").body()).contains("至少 10 个字符");
        assertThat(set(secret, "alllowercase", "alllowercase").body()).contains("至少 3 类");
        assertThat(set(secret, "Password#2026", "Password#2026").body()).contains("常见的密码");
        assertThat(set(secret, "A1-" + login, "A1-" + login).body()).contains("不得含账号");
        assertThat(set(secret, PASSWORD, PASSWORD + "x").body()).contains("两次输入的密码不同");
        HttpResponse<String> done = set(secret, PASSWORD, PASSWORD);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.body()).contains("密码已设置").doesNotContain("name=\"again\"");

        assertThat(set(secret, PASSWORD + "2", PASSWORD + "2").body()).contains("已使用");
        Visitor newcomer = Visitor.signIn(PLATFORM.address(), login, PASSWORD);
        assertThat(newcomer.get("/console/intake/tasks").statusCode()).isEqualTo(200);
        assertThat(newcomer.get("/console/signin/sessions").body()).contains("设置密码", "成功");
        assertThat(administrator.get("/console/parties/people/" + person).body())
                .doesNotContain("/secret\"");
        assertThat(
                        administrator
                                .trySend(
                                        "POST",
                                        "/console/signin/people/" + person + "/secret",
                                        Map.of("reason", "再发"),
                                        Map.of())
                                .statusCode())
                .isEqualTo(303);
        assertThat(kinds(person)).contains("SECRET_GIVEN").doesNotContain("PASSWORD_RESET");
        assertThat(everywhere(secret)).isEmpty();
        assertThat(everywhere(PASSWORD)).isEmpty();
        assertThat(Printed.since(0))
                .noneMatch(line -> line.contains(secret) || line.contains(PASSWORD));
    }

    @Test
    void aResetEndsEverythingAndGivesAnotherSecret() {
        UUID person = added();
        set(secret(administrator, person, "secret"), PASSWORD, PASSWORD);
        Visitor newcomer = Visitor.signIn(PLATFORM.address(), login, PASSWORD);
        assertThat(newcomer.get("/console/intake/tasks").statusCode()).isEqualTo(200);

        String again = secret(security, person, "password-reset");

        assertThat(newcomer.get("/console/intake/tasks").body()).contains("name=\"password\"");
        assertThat(
                        Visitor.signIn(PLATFORM.address(), login, PASSWORD)
                                .get("/console/intake/tasks")
                                .body())
                .contains("name=\"password\"");
        set(again, PASSWORD + "-2", PASSWORD + "-2");
        assertThat(
                        Visitor.signIn(PLATFORM.address(), login, PASSWORD + "-2")
                                .get("/console/intake/tasks")
                                .statusCode())
                .isEqualTo(200);
        assertThat(kinds(person)).contains("SECRET_GIVEN", "PASSWORD_RESET");
        UUID system = Newcomers.id(PLATFORM, "administrator");
        security.trySend(
                "POST",
                "/console/signin/people/" + system + "/password-reset",
                Map.of("reason", "试"),
                Map.of());
        assertThat(PLATFORM.bean(People.class).hasPassword(system)).isTrue();
    }

    @Test
    void aSecretOpensNoPostThatItsGiverDoesNotReach() {
        UUID person = without(Role.CLERK, "Z370403GX");
        Visitor below = Visitor.signIn(PLATFORM.address(), "administrator-140500");
        String proposal =
                PLATFORM.as("administrator-140500")
                        .post(
                                "/api/parties/proposals",
                                Map.of(
                                        "login", login,
                                        "role", "CLERK",
                                        "region", "140500",
                                        "from", PLATFORM.today(),
                                        "reason", "工作需要"))
                        .get("id")
                        .asString();

        assertThat(refused(below, person)).contains("岗位不在您的管辖范围内");
        PLATFORM.as("security-administrator")
                .post(
                        "/api/parties/proposals/" + proposal + "/decision",
                        Map.of("outcome", "CONFIRMED", "reason", "已核对"));
        assertThat(refused(below, person)).contains("管辖范围之外也有岗位");

        assertThat(secrets(person)).isZero();
        secret(administrator, person, "secret");
        assertThat(secrets(person)).isOne();
    }

    @Test
    void aSecurityAdministratorResetsNobodyWhoActsElsewhereToo() {
        UUID person = without(Role.CLERK, "Z370403GX");
        assign(person, Role.CLERK, "140500");
        PLATFORM.bean(People.class).setPassword(person, "{noop}unknown");
        String other = Newcomers.add(PLATFORM);
        assign(Newcomers.id(PLATFORM, other), Role.SECURITY_ADMINISTRATOR, "140500");
        Visitor below = Visitor.signIn(PLATFORM.address(), other);

        assertThat(refused(below, person, "password-reset")).contains("管辖范围之外也有岗位");

        assertThat(PLATFORM.bean(People.class).hasPassword(person)).isTrue();
    }

    @Test
    void theSecurityAdministratorGivesItToTheThreeAndNobodyToHimself() {
        UUID auditor = without(Role.AUDITOR, "000000");
        assertThat(refused(administrator, auditor)).contains("由安全管理员发放");
        assertThat(secrets(auditor)).isZero();
        secret(security, auditor, "secret");
        assertThat(secrets(auditor)).isOne();

        String own = Newcomers.add(PLATFORM);
        UUID id = Newcomers.id(PLATFORM, own);
        assign(id, Role.SECURITY_ADMINISTRATOR, "000000");
        Visitor self = Visitor.signIn(PLATFORM.address(), own);
        PLATFORM.bean(People.class).setPassword(id, null);
        assertThat(refused(self, id)).contains("不能给自己发放");
        assertThat(secrets(id)).isZero();
    }

    @Test
    void aSecretIsWorthNothingAfterFiveWrongTriesOrItsTime() {
        UUID person = added();
        String secret = secret(administrator, person, "secret");
        for (int i = 0; i < 5; i++) {
            assertThat(set("AAAA-BBBB", PASSWORD, PASSWORD).body()).contains("一次性口令不正确");
        }
        assertThat(set(secret, PASSWORD, PASSWORD).statusCode()).isEqualTo(422);
        String late = secret(administrator, person, "secret");
        PLATFORM.bean(JdbcClient.class)
                .sql("update signin.first_secret set until = '2020-01-01' where person = ?")
                .param(person)
                .update();
        assertThat(set(late, PASSWORD, PASSWORD).statusCode()).isEqualTo(422);
        assertThat(PLATFORM.bean(People.class).hasPassword(person)).isFalse();
    }

    @Test
    void failuresAreSeenAndTooManyLockTheFormForAWhile() {
        UUID person = added();
        set(secret(administrator, person, "secret"), PASSWORD, PASSWORD);
        for (int i = 0; i < 10; i++) {
            Visitor.signIn(PLATFORM.address(), login, "wrong-" + i);
        }
        assertThat(
                        Visitor.signIn(PLATFORM.address(), login, PASSWORD)
                                .get("/console/intake/tasks")
                                .body())
                .contains("name=\"password\"");
        List<String> outcomes =
                PLATFORM.as("security-administrator")
                        .get("/api/signin/people/" + person + "/history")
                        .get("items")
                        .valueStream()
                        .map(one -> one.get("outcome").asString())
                        .toList();
        assertThat(outcomes).hasSize(11).endsWith("PASSWORD_SET").startsWith("FAILED");
        assertThat(security.get("/console/parties/people/" + person).body()).contains("失败");
        assertThat(
                        PLATFORM.as("administrator")
                                .tryGet("/api/signin/people/" + person + "/history")
                                .rule())
                .isEqualTo("role-may-not");
    }

    @Test
    void pastSignInsGoWithThePerson() {
        UUID person = added();
        set(secret(administrator, person, "secret"), PASSWORD, PASSWORD);
        Visitor.signIn(PLATFORM.address(), login, PASSWORD);
        Caller system = PLATFORM.as("administrator");
        assertThat(
                        PLATFORM.bean(JdbcClient.class)
                                .sql("select count(*) from signin.past_sign_in where person = ?")
                                .param(person)
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);

        system.post(
                "/api/privacy/people/" + person + "/erasure",
                Map.of("ground", "REQUEST", "reason", "本人申请"));

        assertThat(
                        PLATFORM.bean(JdbcClient.class)
                                .sql("select count(*) from signin.past_sign_in where person = ?")
                                .param(person)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    /** The administrator proposes the post of somebody new, and the second person confirms it. */
    private UUID added() {
        Caller system = PLATFORM.as("administrator");
        String id =
                system.post(
                                "/api/parties/proposals",
                                new HashMap<>(
                                        Map.of(
                                                "login", login,
                                                "name", "新同事",
                                                "role", "APPROVER",
                                                "region", "140500",
                                                "department", "NR",
                                                "from", PLATFORM.today(),
                                                "reason", "工作需要")))
                        .get("id")
                        .asString();
        PLATFORM.as("security-administrator")
                .post(
                        "/api/parties/proposals/" + id + "/decision",
                        Map.of("outcome", "CONFIRMED", "reason", "已核对"));
        return Newcomers.id(PLATFORM, login);
    }

    /** Somebody without a password in a post. */
    private UUID without(Role role, String region) {
        UUID id = Ids.next(PLATFORM.bean(Clock.class));
        PLATFORM.bean(People.class).add(new Person(id, login, "新同事", null), null);
        assign(id, role, region);
        return id;
    }

    private static void assign(UUID person, Role role, String region) {
        PLATFORM.bean(People.class)
                .assign(
                        new Post(
                                UUID.randomUUID(),
                                person,
                                role,
                                new Region(region),
                                null,
                                null,
                                null,
                                PLATFORM.today(),
                                null));
    }

    /** What the giver is shown instead of the form, who is given nothing without it either. */
    private static String refused(Visitor giver, UUID person) {
        return refused(giver, person, "secret");
    }

    private static String refused(Visitor giver, UUID person, String act) {
        String path = "/console/signin/people/" + person + "/" + act;
        HttpResponse<String> answer =
                giver.trySend("POST", path, Map.of("reason", "工作需要"), Map.of());
        assertThat(answer.body()).doesNotContain("id=\"secret\"");
        String page = giver.get("/console/parties/people/" + person).body();
        assertThat(page).doesNotContain(path);
        return page;
    }

    private static int secrets(UUID person) {
        return PLATFORM.bean(JdbcClient.class)
                .sql("select count(*) from signin.first_secret where person = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    private static String secret(Visitor giver, UUID person, String act) {
        assertThat(giver.get("/console/parties/people/" + person).body())
                .contains("/console/signin/people/" + person + "/" + act);
        HttpResponse<String> shown =
                giver.trySend(
                        "POST",
                        "/console/signin/people/" + person + "/" + act,
                        Map.of("reason", "工作需要"),
                        Map.of());
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        Matcher found = SECRET.matcher(shown.body());
        assertThat(found.find()).as(shown.body()).isTrue();
        assertThat(giver.get("/console/parties/people/" + person).body())
                .doesNotContain(found.group(1));
        return found.group(1);
    }

    private HttpResponse<String> set(String secret, String password, String again) {
        return Visitor.of(PLATFORM.address())
                .trySend(
                        "POST",
                        "/sign-in/first",
                        Map.of(
                                "username", login,
                                "secret", secret,
                                "password", password,
                                "again", again),
                        Map.of());
    }

    private static List<String> kinds(UUID person) {
        return PLATFORM.as("auditor")
                .get("/api/parties/record?person=" + person)
                .get("items")
                .valueStream()
                .map(act -> act.get("kind").asString())
                .toList();
    }

    /** Where in the log, in kept answers and in secrets a text stands. */
    private static List<String> everywhere(String text) {
        return PLATFORM.bean(JdbcClient.class)
                .sql(
                        """
                        select 'event' from eventlog.event e where e::text like :text
                        union all select 'answer' from rest.answer a where a::text like :text
                        union all select 'secret' from signin.first_secret s where s::text like :text
                        union all select 'act' from parties.act a where a::text like :text
                        union all select 'person' from parties.person p where p::text like :text
                        """)
                .param("text", "%" + text + "%")
                .query(String.class)
                .list();
    }
}
