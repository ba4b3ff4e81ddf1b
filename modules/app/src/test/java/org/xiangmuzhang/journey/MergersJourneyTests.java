package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.eventlog.Rebuilds;
import org.xiangmuzhang.parties.Enterprise;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** An enterprise that was found twice is merged by two people, and all that was its is kept. */
class MergersJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String MERGERS = "/api/parties/mergers";
    private static final String CITY = "140500";
    private static final String ALONE = "SOILWATER-TABLE";

    private final Caller administrator = PLATFORM.as("administrator");
    private final Caller security = PLATFORM.as("security-administrator");
    private final Caller steward = PLATFORM.as("steward-140500");
    private final Caller clerk = PLATFORM.as("clerk-140500");

    /** An enterprise and somebody who acts for it. */
    private record Party(Enterprise enterprise, String login) {

        UUID id() {
            return enterprise.id();
        }

        String code() {
            return enterprise.code().value();
        }

        String name() {
            return enterprise.name();
        }

        Caller caller() {
            return PLATFORM.as(login);
        }

        String sheet() {
            return "/api/parties/enterprises/" + enterprise.id();
        }
    }

    @Test
    void whatWasTheDissolvedOnesIsReachedAsTheKeptOnes() {
        String name = NewEnterprises.name();
        Party dissolved = party(CITY, name + "有限公司");
        Party kept = party(CITY, name + "有限责任公司");
        Party stranger = party(CITY, NewEnterprises.name() + "有限公司");
        JsonNode pair = lookAlike(dissolved, kept);
        assertThat(pair.get("why").asString()).isEqualTo("NAME");

        UUID paper = dissolved.caller().upload("merged.pdf", Story.PAPER);
        String project = project(dissolved, paper);
        UUID within = within(project, dissolved, paper);
        UUID alone = alone(dissolved);
        String parcel = parcel(project, dissolved);
        PLATFORM.settle();
        List<String> matters =
                List.of(
                        project,
                        project + "/timeline",
                        Story.application(within),
                        Story.application(alone),
                        "/api/files/" + paper,
                        parcel,
                        "/api/supervision/ratings/" + alone);
        String pageOfAlone = "/console/intake/applications/" + alone;
        assertThat(statuses(dissolved.caller(), matters)).containsOnly(200);
        assertThat(statuses(kept.caller(), matters)).containsOnly(404);
        Visitor own = Visitor.signIn(PLATFORM.address(), dissolved.login());
        Visitor other = Visitor.signIn(PLATFORM.address(), kept.login());
        assertThat(own.get(pageOfAlone).statusCode()).isEqualTo(200);
        assertThat(other.get(pageOfAlone).statusCode()).isEqualTo(404);
        long events = PLATFORM.bean(JdbcClient.class).sql(LAST).query(Long.class).single();
        String told = told(events);

        String merger = propose(kept, dissolved);
        assertThat(statuses(kept.caller(), matters)).as("only proposed").containsOnly(404);
        assertThat(rule(administrator, decision(merger), said("CONFIRMED")))
                .isEqualTo("403 merger-second-person");
        assertThat(rule(PLATFORM.as("administrator-000000"), decision(merger), said("CONFIRMED")))
                .isEqualTo("403 role-may-not");
        security.post(decision(merger), said("CONFIRMED"));

        assertThat(statuses(kept.caller(), matters)).containsOnly(200);
        assertThat(statuses(dissolved.caller(), matters)).containsOnly(200);
        assertThat(own.get(pageOfAlone).statusCode()).as("its old session").isEqualTo(200);
        assertThat(other.get(pageOfAlone).statusCode()).isEqualTo(200);
        assertThat(other.get(pageOfAlone).body()).contains(kept.name());
        assertThat(dissolved.caller().get("/api/me").get("posts").get(0).get("enterprise"))
                .isEqualTo(kept.caller().get("/api/me").get("posts").get(0).get("enterprise"));
        assertThat(statuses(stranger.caller(), matters)).containsOnly(404);
        assertThat(told(events)).as("what was told before").isEqualTo(told);

        PLATFORM.settle();
        assertThat(left(dissolved)).as("left under the old id").isEmpty();
        assertThat(projectsOnBoard(kept)).contains(project.substring(14));
        assertThat(ledger(alone).get("task").get("enterprise").asString())
                .isEqualTo(kept.id().toString());
        followsAnew(project);
        goesOn(project, kept, dissolved);
        isTold(project, kept, dissolved);
    }

    private static final String LAST = "select max(global_index) from eventlog.event";

    /** Mandate, plan, applications: the one steward goes on, and new things are the kept one's. */
    private void goesOn(String project, Party kept, Party dissolved) {
        UUID file = kept.caller().upload("later.pdf", Story.PAPER);
        UUID later = within(project, dissolved, file);
        assertThat(clerk.get(Story.application(later)).get("enterprise").asString())
                .as("the old id, named by the steward")
                .isEqualTo(kept.id().toString());
        JsonNode mandates = kept.caller().get(project).get("mandates");
        assertThat(mandates.size()).isEqualTo(1);
        kept.caller()
                .post(
                        project
                                + "/mandates/"
                                + mandates.get(0).get("id").asString()
                                + "/revocation",
                        Map.of("reason", "另行委托"));
        String registered =
                Story.register(PLATFORM, CITY, "PT-PV-GROUND", "并后电站", "44", dissolved.id());
        assertThat(kept.caller().get(registered).get("enterprise").asString())
                .isEqualTo(kept.id().toString());
        JsonNode filtered =
                kept.caller().get("/api/intake/applications?enterprise=" + dissolved.id());
        assertThat(filtered.get("items").size()).isEqualTo(3);
    }

    /** The sheet of either is the kept one's; the history says who, when and why. */
    private void isTold(String project, Party kept, Party dissolved) {
        for (Caller reader : List.of(administrator, kept.caller(), dissolved.caller())) {
            JsonNode sheet = reader.get(dissolved.sheet());
            assertThat(sheet.get("id").asString()).isEqualTo(kept.id().toString());
            assertThat(sheet.get("merged").get(0).get("code").asString())
                    .isEqualTo(dissolved.code());
            List<JsonNode> lines =
                    reader.get(kept.sheet() + "/history").get("items").valueStream().toList();
            assertThat(lines)
                    .extracting(line -> line.get("kind").asString())
                    .containsExactlyInAnyOrderElementsOf(
                            List.of("POST_AGENT_PASSED_ON", "MERGER_CONFIRMED", "MERGER_PROPOSED"));
            JsonNode confirmed =
                    lines.stream()
                            .filter(line -> line.get("kind").asString().equals("MERGER_CONFIRMED"))
                            .findFirst()
                            .orElseThrow();
            assertThat(confirmed.get("by").asString())
                    .isEqualTo(security.get("/api/me").get("person").get("id").asString());
            assertThat(confirmed.get("reason").asString()).isEqualTo("经核为同一家");
            assertThat(confirmed.get("about").asString()).contains(dissolved.name());
        }
        JsonNode first = administrator.get(kept.sheet() + "/history?limit=1");
        assertThat(
                        administrator
                                .get(
                                        kept.sheet()
                                                + "/history?limit=1&after="
                                                + first.get("next").asString())
                                .get("items")
                                .get(0)
                                .get("id"))
                .isNotEqualTo(first.get("items").get(0).get("id"));
        assertThat(codes(administrator.get("/api/parties/enterprises?code=" + dissolved.code())))
                .containsExactly(kept.code());
        Visitor visitor = Visitor.signIn(PLATFORM.address(), "auditor");
        var page = visitor.get("/console/parties/enterprises/" + dissolved.id());
        assertThat(page.uri().getPath()).endsWith(kept.id().toString());
        assertThat(page.body()).contains(kept.name(), dissolved.code());
        assertThat(visitor.get(page.uri().getPath() + "/history").body())
                .contains("合并", "经核为同一家", dissolved.name());
        assertThat(
                        steward.get(project + "/timeline?limit=200")
                                .get("items")
                                .valueStream()
                                .map(line -> line.get("event").asString()))
                .contains("steward.project-passed-on", "intake.application-passed-on");
    }

    /** A board and a ledger that are made anew say the same. */
    private static void followsAnew(String project) {
        JdbcClient jdbc = PLATFORM.bean(JdbcClient.class);
        String board = "select enterprise from steward.board where project = cast(? as uuid)";
        UUID before = jdbc.sql(board).param(project.substring(14)).query(UUID.class).single();
        TransactionTemplate transaction =
                new TransactionTemplate(PLATFORM.bean(PlatformTransactionManager.class));
        PLATFORM.bean(Rebuilds.class)
                .fromFirstEvent(
                        "steward.board",
                        () ->
                                transaction.executeWithoutResult(
                                        status -> jdbc.sql("delete from steward.board").update()));
        PLATFORM.settle();
        assertThat(jdbc.sql(board).param(project.substring(14)).query(UUID.class).single())
                .isEqualTo(before);
    }

    @Test
    void ofTwoThatProposeEachOtherAtOnceOneIsHeard() {
        Party one = party(CITY, NewEnterprises.name());
        Party other = party(CITY, NewEnterprises.name());
        ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
        TwoAtOnce.forEach(
                List.of(List.of(one, other), List.of(other, one)),
                pair ->
                        answers.add(
                                rule(
                                        administrator,
                                        MERGERS,
                                        proposal(pair.getFirst(), pair.getLast()))));
        assertThat(answers).containsExactlyInAnyOrder("201 ", "409 merger-waits-already");
    }

    @Test
    void whoeverIsMergedIsNotMergedAgainAndLeadsToTheLastOne() {
        Party first = party(CITY, NewEnterprises.name());
        Party second = party(CITY, NewEnterprises.name());
        Party third = party(CITY, NewEnterprises.name());
        security.post(decision(propose(second, first)), said("CONFIRMED"));
        assertThat(rule(administrator, MERGERS, proposal(third, first)))
                .isEqualTo("409 enterprise-merged");
        assertThat(rule(administrator, MERGERS, proposal(first, third)))
                .isEqualTo("409 enterprise-merged");
        assertThat(rule(administrator, MERGERS, proposal(second, second)))
                .isEqualTo("422 merger-of-one");
        assertThat(
                        rule(
                                administrator,
                                first.sheet() + "/name",
                                Map.of("name", "改名", "reason", "改")))
                .isEqualTo("409 enterprise-merged");

        security.post(decision(propose(third, second)), said("CONFIRMED"));

        for (Party before : List.of(first, second)) {
            assertThat(administrator.get(before.sheet()).get("id").asString())
                    .isEqualTo(third.id().toString());
            assertThat(before.caller().get("/api/me").get("posts").get(0).get("enterprise"))
                    .isEqualTo(third.caller().get("/api/me").get("posts").get(0).get("enterprise"));
        }
        assertThat(administrator.get(third.sheet()).get("merged").size()).isEqualTo(2);
        assertThat(administrator.get(third.sheet()).get("agents").size()).isEqualTo(3);
    }

    @Test
    void acrossPlacesItTakesThoseWhoReachBoth() {
        Party here = party(CITY, NewEnterprises.name());
        Party there = party("Z370403GX", NewEnterprises.name());
        Caller below = PLATFORM.as("administrator-140500");
        assertThat(rule(below, MERGERS, proposal(here, there)))
                .isEqualTo("404 enterprise-not-found");
        String merger = propose(here, there);
        assertThat(below.tryGet(MERGERS + "/" + merger).rule()).isEqualTo("merger-unknown");
        UUID alone = alone(there.caller());
        security.post(decision(merger), said("CONFIRMED"));
        assertThat(here.caller().tryGet(Story.application(alone)).status()).isEqualTo(200);
        assertThat(below.get(there.sheet()).get("id").asString()).isEqualTo(here.id().toString());
    }

    @Test
    void whatIsWithdrawnOrRefusedLeavesBothAsTheyAre() {
        String name = NewEnterprises.name();
        Party one = party(CITY, name + "（集团）有限公司");
        Party other = party(CITY, name + "(集团) 有限公司");
        assertThat(lookAlike(one, other).get("why").asString()).isEqualTo("NAME");
        String withdrawn = propose(one, other);
        assertThat(waiting()).contains(withdrawn);
        assertThat(rule(security, decision(withdrawn), said("WITHDRAWN")))
                .isEqualTo("403 proposal-not-yours");
        administrator.post(decision(withdrawn), said("WITHDRAWN"));
        assertThat(rule(security, decision(withdrawn), said("CONFIRMED")))
                .isEqualTo("409 proposal-decided-already");
        assertThat(lookAlike(one, other)).isNotNull();

        String refused = propose(one, other);
        assertThat(rule(security, decision(refused), said("PROPOSED")))
                .isEqualTo("422 proposal-outcome");
        security.post(decision(refused), said("REFUSED"));
        assertThat(waiting()).doesNotContain(withdrawn, refused);
        assertThat(find(one, other)).as("nobody is asked again").isNull();
        assertThat(administrator.get(one.sheet()).get("id").asString())
                .isEqualTo(one.id().toString());
        assertThat(administrator.get(other.sheet()).get("id").asString())
                .isEqualTo(other.id().toString());
        assertThat(one.caller().get(one.sheet() + "/history").get("items").size())
                .as("of what came to nothing its people hear nothing")
                .isZero();
    }

    @Test
    void theSameBodyUnderAnotherRegistrationAndAFormerNameAreNoticed() {
        String body = NewEnterprises.body();
        Party one = party(CITY, NewEnterprises.name(), "91140500" + body);
        Party other = party(CITY, NewEnterprises.name(), "91140100" + body);
        assertThat(lookAlike(one, other).get("why").asString()).isEqualTo("BODY");
        String former = NewEnterprises.name();
        Party renamed = party(CITY, former);
        administrator.post(
                renamed.sheet() + "/name",
                Map.of("name", NewEnterprises.name(), "reason", "营业执照变更"));
        Party late = party(CITY, former);
        assertThat(lookAlike(renamed, late).get("why").asString()).isEqualTo("FORMER_NAME");
    }

    @Test
    void whoActsForBothKeepsOnePost() {
        Party one = party(CITY, NewEnterprises.name());
        Party other = party(CITY, NewEnterprises.name());
        Newcomers.act(PLATFORM, Newcomers.id(PLATFORM, one.login()), other.enterprise());
        assertThat(one.caller().get("/api/me").get("posts").size()).isEqualTo(2);
        security.post(decision(propose(other, one)), said("CONFIRMED"));
        assertThat(one.caller().get("/api/me").get("posts").size()).isEqualTo(1);
    }

    /** Whatever comes in while it is merged is nobody's but the kept one's. */
    @Test
    void nothingIsLostThatComesInMeanwhile() {
        Party kept = party(CITY, NewEnterprises.name());
        Party dissolved = party(CITY, NewEnterprises.name());
        String merger = propose(kept, dissolved);
        Caller caller = dissolved.caller();
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            work.add(() -> caller.tryUpload("at-once.pdf", Story.PAPER));
            work.add(() -> caller.tryPost("/api/intake/applications", form()));
            if (i == 4) {
                work.add(() -> security.post(decision(merger), said("CONFIRMED")));
            }
        }
        TwoAtOnce.forEach(work, Runnable::run);
        PLATFORM.settle();
        assertThat(left(dissolved)).isEmpty();
        assertThat(kept.caller().get("/api/intake/applications").get("items").size())
                .isBetween(4, 12);
    }

    @Test
    void onThePagesOneProposesAndAnotherConfirms() {
        String name = NewEnterprises.name();
        Party kept = party(CITY, name + "有限公司");
        Party dissolved = party(CITY, name + " 有限公司");
        Visitor first = Visitor.signIn(PLATFORM.address(), "administrator");
        String form =
                "/console/parties/mergers/new?kept=" + kept.id() + "&code=" + dissolved.code();
        assertThat(first.get(form).body()).contains(kept.name(), dissolved.code());
        var refused =
                first.trySend(
                        "POST",
                        "/console/parties/mergers",
                        Map.of(
                                "kept", kept.id().toString(),
                                "code", kept.code(),
                                "reason", "重复"),
                        Map.of());
        assertThat(first.get(path(refused)).body()).contains("企业不能与自身合并");
        var proposed =
                first.trySend(
                        "POST",
                        "/console/parties/mergers",
                        Map.of(
                                "kept", kept.id().toString(),
                                "code", dissolved.code().toLowerCase(Locale.ROOT),
                                "reason", "营业执照为同一家"),
                        Map.of());
        assertThat(proposed.statusCode()).isEqualTo(302);
        String page = path(proposed);
        Visitor second = Visitor.signIn(PLATFORM.address(), "security-administrator");
        assertThat(second.get("/console/parties/mergers").body()).contains(dissolved.name());
        assertThat(second.get(page).body())
                .contains(kept.name(), dissolved.name(), "营业执照为同一家", "CONFIRMED");
        assertThat(first.get(page).body()).contains("WITHDRAWN").doesNotContain("CONFIRMED");
        var confirmed =
                second.trySend(
                        "POST",
                        page + "/decision",
                        Map.of("outcome", "CONFIRMED", "reason", "经核为同一家"),
                        Map.of());
        assertThat(confirmed.statusCode()).isEqualTo(302);
        assertThat(second.get(page).body()).contains("已合并", "经核为同一家");
        assertThat(first.get("/console/parties/enterprises?code=" + dissolved.code()).body())
                .contains(kept.name())
                .doesNotContain(dissolved.name());
    }

    /** Where the answer leads, with its query. */
    private static String path(HttpResponse<String> answer) {
        URI to = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return to.getRawQuery() == null
                ? to.getRawPath()
                : to.getRawPath() + "?" + to.getRawQuery();
    }

    private static Map<String, Object> form() {
        return Map.of(
                "items", List.of(Map.of("code", ALONE, "mode", "FORMAL")), "materials", List.of());
    }

    private String project(Party of, UUID paper) {
        String path = Story.register(PLATFORM, CITY, "PT-PV-GROUND", "合并电站", "44", of.id());
        steward.post(
                path + "/steward",
                Map.of("steward", steward.get("/api/me").get("person").get("id").asString()));
        of.caller()
                .post(
                        path + "/mandates",
                        Map.of(
                                "acts", List.of("SUBMIT", "SUPPLY", "WITHDRAW", "RECEIVE"),
                                "from", PLATFORM.today(),
                                "until", PLATFORM.today().plusYears(1),
                                "file", paper));
        steward.post(path + "/plan", Map.of("start", PLATFORM.today()));
        return path;
    }

    private UUID within(String project, Party named, UUID paper) {
        Map<String, Object> form = new HashMap<>();
        form.put("enterprise", named.id());
        form.put("project", project.substring(14));
        form.put("items", List.of(Map.of("code", "SITE-PREEXAM", "mode", "FORMAL")));
        form.put("materials", materials("SITE-PREEXAM", paper));
        return Story.uuid(steward.post("/api/intake/applications", form), "id");
    }

    private List<Map<String, Object>> materials(String item, UUID paper) {
        List<Map<String, Object>> materials = new ArrayList<>();
        for (JsonNode material :
                steward.get("/api/catalog/items/" + item + "?region=" + CITY).get("materials")) {
            if (material.get("required").asBoolean()) {
                materials.add(Map.of("material", material.get("id").asString(), "file", paper));
            }
        }
        return materials;
    }

    /** Decided, delivered and rated. */
    private UUID alone(Party of) {
        Map<String, Object> form = new HashMap<>(form());
        form.put("materials", materials(ALONE, of.caller().upload("申请.pdf", Story.PAPER)));
        UUID application = Story.uuid(of.caller().post("/api/intake/applications", form), "id");
        PLATFORM.settle();
        clerk.post(Story.application(application) + "/acceptance", Map.of());
        JsonNode task = clerk.get(Story.application(application)).get("tasks").get(0);
        PLATFORM.as(
                        "approver-"
                                + task.get("department").asString().toLowerCase(Locale.ROOT)
                                + "-140500")
                .post(Story.task(task) + "/decision", Map.of("outcome", "APPROVED"));
        clerk.post(Story.application(application) + "/delivery", Map.of());
        PLATFORM.settle();
        of.caller()
                .post("/api/supervision/ratings", Map.of("application", application, "score", 5));
        return application;
    }

    private static UUID alone(Caller caller) {
        UUID application = Story.uuid(caller.post("/api/intake/applications", form()), "id");
        PLATFORM.settle();
        return application;
    }

    private static String parcel(String project, Party of) {
        Caller officer = PLATFORM.as("land-officer-140500");
        String number =
                "140500001001GB%05d".formatted(ThreadLocalRandom.current().nextInt(90_000) + 9_000);
        String path =
                "/api/land/parcels/"
                        + Story.uuid(
                                officer.post(
                                        "/api/land/parcels",
                                        Map.of(
                                                "number",
                                                number,
                                                "areaSquareMetres",
                                                new BigDecimal("33333.33"))),
                                "id");
        officer.post(path + "/reservation", Map.of("project", project.substring(14)));
        officer.post(
                path + "/transfer",
                Map.of(
                        "kind", "ALLOCATION",
                        "enterprise", of.id(),
                        "project", project.substring(14),
                        "signedOn", PLATFORM.today(),
                        "documentNumber", "划拨-2026-77"));
        return path;
    }

    private JsonNode ledger(UUID application) {
        JsonNode task = clerk.get(Story.application(application)).get("tasks").get(0);
        return PLATFORM.as("supervisor-140500")
                .get("/api/supervision/tasks/" + task.get("id").asString() + "/ledger");
    }

    private static List<String> projectsOnBoard(Party of) {
        return of.caller()
                .get("/api/projects?limit=200")
                .get("items")
                .valueStream()
                .map(JsonNode::toString)
                .map(row -> row.replaceAll(".*?([0-9a-f]{8}-[0-9a-f-]{27}).*", "$1"))
                .toList();
    }

    /** Tables in which something stands under an enterprise's own id. */
    private static List<String> left(Party of) {
        List<String> left = new ArrayList<>();
        JdbcClient jdbc = PLATFORM.bean(JdbcClient.class);
        List<String> tables =
                jdbc.sql(
                                """
                                select table_schema || '.' || table_name
                                  from information_schema.columns
                                 where column_name = 'enterprise' and data_type = 'uuid'
                                   and table_schema <> 'public'
                                   and table_name <> 'former_name'
                                """)
                        .query(String.class)
                        .list();
        assertThat(tables).contains("intake.application", "files.file", "land.parcel");
        for (String table : tables) {
            if (jdbc.sql("select count(*) from " + table + " where enterprise = ?")
                            .param(of.id())
                            .query(Long.class)
                            .single()
                    > 0) {
                left.add(table);
            }
        }
        return left;
    }

    /** What the log held up to an event. */
    private static String told(long last) {
        return PLATFORM.bean(JdbcClient.class)
                .sql(
                        """
                        select md5(string_agg(md5(payload::text || metadata::text), ''
                                              order by global_index))
                          from eventlog.event where global_index <= ?
                        """)
                .param(last)
                .query(String.class)
                .single();
    }

    private JsonNode lookAlike(Party one, Party other) {
        JsonNode found = find(one, other);
        assertThat(found).as("a pair of %s and %s", one.name(), other.name()).isNotNull();
        return Objects.requireNonNull(found);
    }

    private @Nullable JsonNode find(Party one, Party other) {
        String after = "";
        while (true) {
            JsonNode page = administrator.get("/api/parties/look-alikes?limit=200" + after);
            for (JsonNode pair : page.get("items")) {
                List<String> ids =
                        List.of(
                                pair.get("one").get("id").asString(),
                                pair.get("other").get("id").asString());
                if (ids.contains(one.id().toString()) && ids.contains(other.id().toString())) {
                    return pair;
                }
            }
            if (page.path("next").asString("").isEmpty()) {
                return null;
            }
            after = "&after=" + page.get("next").asString();
        }
    }

    private List<String> waiting() {
        return security.get(MERGERS + "?limit=200")
                .get("items")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    private static List<String> codes(JsonNode page) {
        return page.get("items").valueStream().map(one -> one.get("code").asString()).toList();
    }

    private static List<Integer> statuses(Caller caller, List<String> paths) {
        return paths.stream().map(path -> caller.tryGet(path).status()).toList();
    }

    private String propose(Party kept, Party dissolved) {
        return administrator.post(MERGERS, proposal(kept, dissolved)).get("id").asString();
    }

    private static Map<String, Object> proposal(Party kept, Party dissolved) {
        return Map.of("kept", kept.id(), "dissolved", dissolved.id(), "reason", "重复登记");
    }

    private static String decision(String merger) {
        return MERGERS + "/" + merger + "/decision";
    }

    private static Map<String, Object> said(String outcome) {
        return Map.of("outcome", outcome, "reason", "经核为同一家");
    }

    private static String rule(Caller caller, String path, Map<String, Object> body) {
        Caller.Answer answer = caller.tryPost(path, body);
        return answer.status() + " " + answer.rule();
    }

    private static Party party(String region, String name) {
        return party(region, name, "91140500" + NewEnterprises.body());
    }

    private static Party party(String region, String name, String beginning) {
        Enterprise enterprise = NewEnterprises.add(PLATFORM, region, name, beginning);
        return new Party(enterprise, Newcomers.agent(PLATFORM, enterprise));
    }
}
