package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.XiangmuzhangApplication;
import org.xiangmuzhang.eventlog.Rebuilds;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.signin.issuer.Clients;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A program of its own, on the embedded database: somebody works on the platform, a backup is made,
 * the person is erased, a read model is made anew, and the backup is restored with the keys of
 * today. Before and after everything is looked through. It prints where something was found, never
 * what.
 */
final class ErasureJourney {

    private static final String NAME = "欧阳启明";
    private static final String PHONE = "13977654321";
    private static final String LOGIN = "ouyang.qiming";
    private static final String REMARK = "因厂房选址另有考虑";

    static final Map<String, String> NAMED =
            Map.of("name", NAME, "phone", PHONE, "login", LOGIN, "remark", REMARK);

    private static final Remains REMAINS = new Remains(NAMED);
    private static final String PLANTED = "从未有过的人名";
    private static final Remains ONLY_PLANTED = new Remains(Map.of("planted", PLANTED));
    private static final String CLIENT = "client-of-the-erasure-journey";
    private static final UUID PERSON = UUID.fromString("01900000-0000-7000-8000-0000000e5a5e");

    private final Platform platform;

    private ErasureJourney(Platform platform) {
        this.platform = platform;
    }

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getProperty("xiangmuzhang.root"));
        Path backup = root.resolve("backup");
        ErasureJourney before = new ErasureJourney(Platform.startAsItComes());
        before.work();
        before.look("before");
        before.plant();
        before.platform.stop();
        command(root, "backup", "--to=" + backup);
        tell("backup-file", REMAINS.inFiles(backup));
        tell("planted-file", ONLY_PLANTED.inFiles(backup));

        ErasureJourney after = new ErasureJourney(Platform.startAsItComes());
        after.refusals();
        after.erase();
        after.replay();
        after.look("after");
        Path keys = root.resolve("keys");
        after.copyKeys(keys);
        after.platform.stop();
        tell("data-file", REMAINS.inFiles(root.resolve(".data")));

        Path elsewhere = Files.createDirectory(root.resolve("restored"));
        command(elsewhere, "restore", "--from=" + backup);
        Files.copy(root.resolve(".data/master-keys"), elsewhere.resolve(".data/master-keys"));
        System.setProperty("xiangmuzhang.root", elsewhere.toString());
        ErasureJourney restored = new ErasureJourney(Platform.startAsItComes());
        restored.look("restored");
        restored.putKeys(keys);
        restored.look("restored-with-keys-of-today");
        restored.endDays();
        restored.platform.stop();
        ErasureJourney later = new ErasureJourney(Platform.startAsItComes());
        later.look("restored-nine-days-later");
        later.platform.stop();
        System.out.println("alone: done");
        System.exit(0);
    }

    /** Signs in, submits, withdraws with a reason, uploads, looks at pages. */
    private void work() {
        JsonNode applicant = platform.as("applicant-140500").get("/api/me").get("posts").get(0);
        People people = platform.bean(People.class);
        String hash = String.valueOf(platform.bean(PasswordEncoder.class).encode(Platform.SECRET));
        people.add(new Person(PERSON, LOGIN, NAME, PHONE), hash);
        people.assign(
                new Post(
                        UUID.randomUUID(),
                        PERSON,
                        Role.APPLICANT,
                        new Region("140500"),
                        null,
                        UUID.fromString(applicant.get("enterprise").asString()),
                        null,
                        LocalDate.of(2020, 1, 1),
                        null));
        platform.bean(Clients.class).add(CLIENT, hash, PERSON);
        Story story = Story.begin(platform, "140500", "PT-PV-GROUND", "删除核对电站", "44");
        story.signMandate(platform.today().plusYears(1));
        Caller caller = Caller.as(platform.address(), CLIENT, Platform.SECRET);
        UUID left =
                Story.uuid(
                        caller.post(
                                "/api/intake/applications",
                                story.form(false, Map.of("SITE-PREEXAM", "FORMAL"))),
                        "id");
        platform.settle();
        caller.post(Story.application(left) + "/withdrawal", Map.of("reason", REMARK));
        Caller.Answer told =
                caller.tryPost(
                        "/api/privacy/people/" + PERSON + "/full-views",
                        Map.of("reason", "核对本人信息"));
        tell("own-full-view", List.of(told.status() + ""));
        caller.upload("papers.pdf", Story.PAPER);
        Visitor.signIn(platform.address(), LOGIN).get("/console");
        platform.settle();
        tell("own-data", List.of(named(caller.get("/api/privacy/me").toString())));
        tell(
                "timeline",
                story.timeline().stream().map(one -> named(one.toString())).distinct().toList());
    }

    /** Which of what is looked for stands in a text. */
    private static String named(String text) {
        return String.join(
                " ",
                NAMED.entrySet().stream()
                        .filter(one -> text.contains(one.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    /** What is not sealed is found, wherever it stands or stood: planted, and taken away again. */
    private void plant() {
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        jdbc.sql("create table public.planted (plain text, bytes bytea)").update();
        jdbc.sql("insert into public.planted values (?, convert_to(?, 'UTF8'))")
                .params("<" + PLANTED + ">", "-" + PLANTED)
                .update();
        tell("planted", ONLY_PLANTED.inTables(jdbc));
        jdbc.sql("drop table public.planted").update();
    }

    private void refusals() {
        Caller administrator = platform.as("administrator");
        Caller supervisor = platform.as("supervisor-140500");
        JsonNode hold =
                supervisor.post(
                        "/api/privacy/holds",
                        Map.of("kind", "PERSON", "number", PERSON, "reason", "复议期间"));
        tell("held", List.of(rule(administrator, PERSON, "本人申请")));
        supervisor.post(
                "/api/privacy/holds/" + hold.get("id").asString() + "/lifting",
                Map.of("reason", "复议结束"));
        tell("named", List.of(rule(administrator, PERSON, "应" + NAME + "申请")));
        UUID own = Story.uuid(administrator.get("/api/me"), "person", "id");
        tell("oneself", List.of(rule(administrator, own, "试")));
        UUID steward = Story.uuid(platform.as("steward-140500").get("/api/me"), "person", "id");
        tell("steward", List.of(rule(administrator, steward, "试")));
        tell("not-administrator", List.of(rule(supervisor, PERSON, "试")));
    }

    private static String rule(Caller caller, UUID person, String reason) {
        return caller.tryPost(
                        "/api/privacy/people/" + person + "/erasure",
                        Map.of("ground", "REQUEST", "reason", reason))
                .rule();
    }

    private void erase() {
        Caller administrator = platform.as("administrator");
        Visitor visitor = Visitor.signIn(platform.address(), LOGIN);
        tell("signed-in", List.of(visitor.get("/console").uri().getPath()));
        Caller own = Caller.as(platform.address(), CLIENT, Platform.SECRET);
        tell("erased", List.of(rule(administrator, PERSON, "书面申请第七号")));
        tell("signed-out", List.of(visitor.get("/console").uri().getPath()));
        tell("token", List.of(own.tryGet("/api/me").rule()));
        tell("again", List.of(rule(administrator, PERSON, "再次")));
        JsonNode seen = administrator.get("/api/privacy/people/" + PERSON);
        tell("shown", List.of(seen.get("name").asString()));
        JsonNode english = administrator.get("/api/privacy/people/" + PERSON, "en");
        tell("shown", List.of(english.get("name").asString()));
    }

    /** The board is emptied and made again from the first event. */
    private void replay() {
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        long rows = jdbc.sql("select count(*) from steward.board").query(Long.class).single();
        TransactionTemplate transaction =
                new TransactionTemplate(platform.bean(PlatformTransactionManager.class));
        platform.bean(Rebuilds.class)
                .fromFirstEvent(
                        "steward.board",
                        () ->
                                transaction.executeWithoutResult(
                                        status -> jdbc.sql("delete from steward.board").update()));
        platform.settle();
        long anew = jdbc.sql("select count(*) from steward.board").query(Long.class).single();
        tell("replayed", List.of(rows > 0 && rows == anew ? "whole" : rows + " and " + anew));
    }

    private void look(String when) {
        tell(when + "-in-tables", REMAINS.inTables(platform.bean(JdbcClient.class)));
        tell(when + "-opened", REMAINS.opened(platform));
    }

    /** As an operator copies the table of keys away, wrapped as it is. */
    private void copyKeys(Path to) throws IOException {
        Files.write(
                to,
                platform.bean(JdbcClient.class)
                        .sql("select row_to_json(k)::text from parties.person_key k")
                        .query(String.class)
                        .list());
    }

    private void putKeys(Path from) throws IOException {
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        List<String> rows = Files.readAllLines(from, StandardCharsets.UTF_8);
        jdbc.sql("delete from parties.person_key").update();
        for (String row : rows) {
            jdbc.sql(
                            "insert into parties.person_key select * from"
                                    + " json_populate_record(null::parties.person_key,"
                                    + " cast(? as json))")
                    .param(row)
                    .update();
        }
    }

    /** What the hourly work does nine days later: the keys of the days until now go. */
    private void endDays() {
        platform.bean(JdbcClient.class)
                .sql(
                        "delete from parties.person_key"
                                + " where person >= '00000000-0000-0001-0000-000000000000'"
                                + " and person < '00000000-0000-0002-0000-000000000000'")
                .update();
    }

    private static void command(Path root, String... arguments) {
        String[] program = new String[arguments.length + 1];
        program[0] = XiangmuzhangApplication.class.getName();
        System.arraycopy(arguments, 0, program, 1, arguments.length);
        tell("command", List.of(Alone.run(root, List.of(), root, program).size() + " lines"));
    }

    private static void tell(String what, Collection<String> lines) {
        lines.forEach(line -> System.out.println("alone: " + what + " " + line));
        System.out.println("alone: " + what + " .");
    }
}
