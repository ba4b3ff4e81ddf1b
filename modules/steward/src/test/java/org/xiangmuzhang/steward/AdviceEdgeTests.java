package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriUtils;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.events.SimulationFormalised;
import org.xiangmuzhang.intake.events.SimulationReopened;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.land.events.LandRightEstablished;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.Advising;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.Watching;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Advice, suppositions and what waits for the land, over REST and in the console. */
@SpringBootTest(classes = {StewardApplication.class, StewardSite.class})
@AutoConfigureMockMvc
@DirtiesContext
class AdviceEdgeTests {

    private static final Region REGION = new Region("140500");
    private static final AtomicInteger SERIAL = new AtomicInteger(700_000);
    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final SocialCreditCode CODE = new SocialCreditCode("91140500MA9DEMA138");

    @Autowired MockMvc web;
    @Autowired StewardApplication application;
    @Autowired StewardApplication.MovableClock clock;
    @Autowired StewardApplication.ToldApplications applications;
    @Autowired People people;
    @Autowired Enterprises enterprises;
    @Autowired Files files;
    @Autowired PlanDrawing drawing;
    @Autowired Watching watching;
    @Autowired Advising advising;
    @Autowired LogReader log;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;

    private Actor steward = new Actor(new UUID(0, 1), Role.STEWARD, REGION, null, null);
    private UUID enterprise = new UUID(0, 2);

    @BeforeEach
    void people() {
        enterprise =
                enterprises
                        .byCode(CODE)
                        .map(Enterprise::id)
                        .orElseGet(
                                () -> {
                                    UUID id = UUID.randomUUID();
                                    enterprises.add(new Enterprise(id, REGION, CODE, "泽州装备有限公司"));
                                    return id;
                                });
        UUID id = UUID.randomUUID();
        people.add(new Person(id, "u" + id.toString().substring(0, 8), "李项目", null), null);
        Post post =
                new Post(
                        UUID.randomUUID(),
                        id,
                        Role.STEWARD,
                        REGION,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 1, 1),
                        null);
        people.assign(post);
        steward = post.actor();
        application.actor = steward;
    }

    @Test
    void adviceIsWhatThePlanBecomesWhenItIsDrawnByIt() throws Exception {
        String project = planned("PT-IND-MOCK");
        JsonNode advice = json(fetch(path(project) + "/advice"));
        long before = log.head();

        JsonNode best = advice.get("options").get(0);
        assertThat(advice.get("complete").asBoolean()).isTrue();
        assertThat(advice.get("present")).isEqualTo(advice.get("plain"));
        assertThat(best.get("saved").asInt()).isPositive();
        assertThat(best.get("unproven")).isNotEmpty();
        assertThat(advice.get("open").size()).isGreaterThanOrEqualTo(best.get("courses").size());
        assertThat(advice.get("open"))
                .allSatisfy(course -> assertThat(course.get("grounds")).isNotEmpty());
        assertThat(best.get("courses"))
                .allSatisfy(
                        course -> {
                            assertThat(course.get("cost").isNull()).isTrue();
                            assertThat(course.get("within").asInt()).isPositive();
                        });
        assertThat(best.get("courses"))
                .filteredOn(course -> course.get("kind").asString().equals("SIMULATED"))
                .isNotEmpty()
                .allSatisfy(
                        course -> {
                            assertThat(course.get("grounds")).isNotEmpty();
                            assertThat(course.get("source").asString()).isNotEmpty();
                            assertThat(course.get("obligations")).hasSize(2);
                        });
        assertThat(texts(advice.get("options"), "obligations")).isSorted().doesNotHaveDuplicates();
        assertThat(log.head()).isEqualTo(before);

        draw(project, best.get("wishes").toString());
        assertThat(json(fetch(path(project) + "/plan")).get("finish"))
                .isEqualTo(best.get("finish"));
        assertThat(
                        json(fetch(path(project) + "/advice"))
                                .get("options")
                                .get(0)
                                .get("saved")
                                .asInt())
                .isZero();
    }

    /**
     * The departments have met, the steward draws the shortest way, and the plan before it stays.
     */
    @Test
    @Practice({"PR-169", "PR-257"})
    void afterTheJointMeetingTheShortestWayBecomesTheNextVersionOfTheProjectsOwnFlow()
            throws Exception {
        String project = planned("PT-IND-MOCK");
        UUID minutes = files.store(REGION, steward, "会议纪要.pdf", new ByteArrayInputStream(PDF)).id();
        String meeting =
                "{\"itemCode\":\"JOINT-PREEXAM\",\"on\":\"%s\",\"proof\":\"%s\"}"
                        .formatted(today(), minutes);
        assertThat(send(path(project) + "/milestones", "*", meeting).getStatus()).isEqualTo(200);
        Await.settled(log);
        JsonNode first = json(fetch(path(project) + "/plan"));
        Instant then = clock.instant();
        clock.forward(Duration.ofMinutes(5));

        JsonNode best = json(fetch(path(project) + "/advice")).get("options").get(0);
        draw(project, best.get("wishes").toString());

        JsonNode next = json(fetch(path(project) + "/plan"));
        assertThat(next.get("revision").asInt()).isGreaterThan(first.get("revision").asInt());
        assertThat(next.get("finish").asString()).isLessThan(first.get("finish").asString());
        assertThat(next.get("finish")).isEqualTo(best.get("finish"));
        assertThat(next.get("steps"))
                .allSatisfy(step -> assertThat(step.get("earliestFinish").asString()).isNotEmpty());
        assertThat(json(fetch(path(project) + "/plan?asOf=" + then))).isEqualTo(first);
    }

    private static List<Integer> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> -row.get(field).asInt())
                .toList();
    }

    @Test
    void theAdvisersPageFillsTheFormAndDrawsNothing() throws Exception {
        String project = planned("PT-IND-MOCK");
        long before = log.head();
        Document page = page("/console/projects/" + project + "/advice");

        assertThat(page.select("h1").text()).isEqualTo("方案推演");
        assertThat(page.select("main").text()).contains("缺少条件", "留下义务", "未证明", "可以采取的措施");
        Document form = page(page.select("a:contains(填入方案表单)").attr("href"));
        assertThat(form.select("input[name=simulated][checked]")).isNotEmpty();
        assertThat(form.select("main").text()).contains("尚未编制");
        assertThat(log.head()).isEqualTo(before);

        application.actor = new Actor(UUID.randomUUID(), Role.APPLICANT, REGION, null, enterprise);
        Document read = page("/console/projects/" + project + "/advice");
        assertThat(read.select("main").text()).contains("缺少条件").doesNotContain("填入方案表单");
    }

    @Test
    void onlyWhoSeesTheProjectMayAsk() throws Exception {
        String project = planned("PT-IND-MOCK");
        application.actor =
                new Actor(UUID.randomUUID(), Role.APPLICANT, REGION, null, UUID.randomUUID());

        for (String asked : List.of("/advice", "/land-start")) {
            assertThat(fetch(path(project) + asked).getStatus()).isEqualTo(404);
            assertThat(fetch("/console/projects/" + project + asked).getStatus()).isEqualTo(404);
        }
        assertThat(fetch("/console/projects/" + project + "/what-if").getStatus()).isEqualTo(404);
        assertThat(suppose(project, "{\"kind\":\"SLIPS\",\"item\":\"ENT-FILING\",\"days\":1}"))
                .satisfies(answer -> assertThat(answer.getStatus()).isEqualTo(404));
    }

    @Test
    void whatIfSetsNewDatesBesideThePresentOnesAndTouchesNothing() throws Exception {
        String project = planned("PT-IND-MOCK");
        JsonNode plan = json(fetch(path(project) + "/plan"));
        long before = log.head();

        JsonNode slipped =
                json(suppose(project, "{\"kind\":\"SLIPS\",\"item\":\"EIA-TABLE\",\"days\":5}"));
        assertThat(slipped.get("present")).isEqualTo(plan.get("finish"));
        JsonNode line = line(slipped, "EIA-TABLE");
        assertThat(line.get("moved").asInt()).isEqualTo(5);
        assertThat(line.get("finish").asString()).isLessThan(line.get("supposedFinish").asString());

        String late =
                clock.instant().atZone(WorkingDays.ZONE).toLocalDate().plusDays(60).toString();
        JsonNode land =
                json(
                        suppose(
                                project,
                                "{\"kind\":\"LAND_RIGHT\",\"on\":\"" + late + "\"}",
                                "{\"kind\":\"TAKES\",\"course\":\"SIMULATED\",\"item\":\"LAND-PLAN-PERMIT\"}"));
        assertThat(line(land, "LAND-GRANT").get("supposedFinish").asString())
                .isGreaterThanOrEqualTo(late);
        assertThat(line(land, "LAND-PLAN-PERMIT").get("supposedFinish"))
                .isEqualTo(line(land, "LAND-GRANT").get("supposedFinish"));

        assertThat(log.head()).isEqualTo(before);
        assertThat(json(fetch(path(project) + "/plan"))).isEqualTo(plan);
    }

    @Test
    void datesThatAreLostUnderASuppositionAreShown() throws Exception {
        String project = planned("PT-IND-MOCK");
        String finish = json(fetch(path(project) + "/plan")).get("finish").asString();
        draw(
                project,
                "{\"target\":\"2027-12-31\",\"stageTargets\":{\"COMPLETION\":\"" + finish + "\"}}");

        String late = LocalDate.parse(finish).plusDays(10).toString();
        JsonNode lost = json(suppose(project, "{\"kind\":\"STARTS\",\"on\":\"" + late + "\"}"));
        assertThat(lost.get("meetsTarget").asBoolean()).isTrue();
        assertThat(lost.at("/conflicts/0/stage").asString()).isEqualTo("COMPLETION");
        assertThat(lost.at("/conflicts/0/wanted").asString()).isEqualTo(finish);

        String page =
                fetch("/console/projects/" + project + "/what-if?what=STARTS&on=" + late)
                        .getContentAsString();
        assertThat(Jsoup.parse(page).select("#lost + ul").text())
                .contains("无法在 " + finish + " 前办结");
        assertThat(page).contains("阶段日期保不住").doesNotContain("可以如期");
    }

    /** Otherwise a plan would change with who draws it. */
    @Test
    void howFarItemsHaveComeIsSeenAlikeByThePlanItsTurnsAndAdvice() throws Exception {
        UUID project = UUID.fromString(planned("PT-IND-MOCK"));
        var wishes =
                new PlanDrawing.Wishes(null, null, Set.of(), Set.of(), Set.of(), Set.of(), true);
        List<Runnable> readers =
                List.of(
                        () -> drawing.draw(steward, project, -1, wishes),
                        () -> watching.plan(steward, project, null),
                        () -> advising.advice(steward, project));
        for (Runnable reader : readers) {
            applications.askedWith.clear();
            Sight.ofRegions(List.of(REGION.code()))
                    .during(
                            () -> {
                                reader.run();
                                return null;
                            });
            assertThat(applications.askedWith).containsExactly(Sight.ALL);
        }
    }

    @Test
    void whatIsNoSuppositionIsRefusedByItsPlace() throws Exception {
        String project = planned("PT-IND-MOCK");

        refused(project, "what-if-kind", "{\"kind\":\"WONDERS\"}");
        refused(project, "what-if-incomplete", "{\"kind\":\"SLIPS\",\"item\":\"EIA-TABLE\"}");
        refused(project, "what-if-item-unknown", "{\"kind\":\"SLIPS\",\"item\":\"X\",\"days\":1}");
        refused(
                project,
                "what-if-item-done",
                "{\"kind\":\"SLIPS\",\"item\":\"STEWARD-STUDY\",\"days\":1}");
        refused(project, "what-if-past", "{\"kind\":\"STARTS\",\"on\":\"2026-01-05\"}");
        refused(project, "what-if-none");
        String slip = "{\"kind\":\"SLIPS\",\"item\":\"EIA-TABLE\",\"days\":1}";
        refused(
                project,
                "what-if-too-many",
                java.util.Collections.nCopies(21, slip).toArray(String[]::new));
        refused(
                planned("PT-TECH-RENOVATION"),
                "what-if-no-land",
                "{\"kind\":\"LAND_RIGHT\",\"on\":\"2027-03-01\"}");
        assertThat(suppose(registered("PT-IND-MOCK"), slip).getStatus()).isEqualTo(404);
    }

    private void refused(String project, String rule, String... suppositions) throws Exception {
        MockHttpServletResponse answer = suppose(project, suppositions);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(json(answer).get("rule").asString()).isEqualTo(rule);
    }

    @Test
    void suppositionsAreAddedAndTakenBackOnAPageWithoutScript() throws Exception {
        String project = planned("PT-IND-MOCK");
        String address = "/console/projects/" + project + "/what-if";
        Document empty = page(address);
        assertThat(empty.select("form[method=get]")).hasSize(3);
        assertThat(empty.select("option[value=SLIPS~EIA-TABLE]")).hasSize(1);

        Document one = page(address + "?what=" + encoded("SLIPS~EIA-TABLE") + "&days=5");
        assertThat(one.select("main").text()).contains("延误 5 个工作日", "逐项对照");
        String kept = one.select("input[name=s]").attr("value");
        Document two = page(address + "?s=" + encoded(kept) + "&what=LAND_RIGHT&on=2027-03-01");
        assertThat(two.select("main").text()).contains("2027-03-01 取得用地");
        Document back = page(two.select("a:contains(去掉)").get(1).attr("href"));
        assertThat(back.select("main").text())
                .contains("2027-03-01 取得用地")
                .doesNotContain("延误 5 个工作日");

        Document wrong = page(address + "?s=" + encoded("SLIPS~~{x}~1~"));
        assertThat(wrong.select("[role=alert]").text()).contains("没有要办理的事项");
        assertThat(page(address + "?s=x").select("[role=alert]").text()).contains("不是可以推演");
        assertThat(page(address + "?what=SLIPS&days=x").select("[role=alert]").text())
                .contains("缺少");
        assertThat(page("/console/projects/" + registered("PT-IND-MOCK") + "/what-if").text())
                .contains("编制审批方案后才能推演");
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void documentsThatWaitForTheLandAreListedAndTimedOnceItCame() throws Exception {
        String project = planned("PT-IND-MOCK");
        UUID id = UUID.fromString(project);
        UUID permit = UUID.randomUUID();
        UUID plan = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        applications.ofProject.put(
                id,
                List.of(
                        simulated(
                                id,
                                task(permit, "LAND-PLAN-PERMIT", List.of("LAND_RIGHT")),
                                task(plan, "ENG-PLAN-PERMIT", List.of("ITEM:LAND-PLAN-PERMIT")),
                                task(other, "EIA-TABLE", List.of("ITEM:ENT-FILING")))));
        JsonNode before = json(fetch(path(project) + "/land-start"));
        assertThat(before.get("waiting"))
                .extracting(it -> it.at("/item/code").asString())
                .containsExactly("LAND-PLAN-PERMIT", "ENG-PLAN-PERMIT");
        assertThat(before.get("seconds").isNull()).isTrue();
        Document waits = page("/console/projects/" + project + "/land-start");
        assertThat(waits.select("main").text()).contains("签约缴款（用地权利）", "已出预批复");

        publish(
                new LandRightEstablished(
                        UUID.randomUUID(), REGION, id, enterprise, "GRANT", today(), 1));
        clock.forward(Duration.ofSeconds(95));
        publish(formalised(id, permit, "LAND-PLAN-PERMIT", List.of("LAND_RIGHT")));
        clock.forward(Duration.ofSeconds(100));
        publish(formalised(id, plan, "ENG-PLAN-PERMIT", List.of("ITEM:LAND-PLAN-PERMIT")));
        publish(formalised(id, other, "EIA-TABLE", List.of("ITEM:ENT-FILING")));
        UUID changed = UUID.randomUUID();
        publish(
                new SimulationReopened(
                        UUID.randomUUID(),
                        REGION,
                        id,
                        changed,
                        "CONSTRUCTION-PERMIT",
                        "HC",
                        "materials-changed",
                        today(),
                        null,
                        null,
                        "1"));
        applications.ofProject.remove(id);

        JsonNode after = json(fetch(path(project) + "/land-start"));
        assertThat(after.get("waiting")).isEmpty();
        assertThat(after.get("turned"))
                .extracting(it -> it.at("/item/code").asString())
                .containsExactly("LAND-PLAN-PERMIT", "ENG-PLAN-PERMIT");
        assertThat(after.get("seconds").asLong()).isEqualTo(195);
        assertThat(after.get("notTurned").get(0).get("reason").asString())
                .isEqualTo("materials-changed");
        assertThat(after.get("notTurned").get(0).get("decided").isNull()).isTrue();
        clock.forward(Duration.ofHours(2));
        publish(
                new ItemDecided(
                        UUID.randomUUID(),
                        REGION,
                        id,
                        changed,
                        "CONSTRUCTION-PERMIT",
                        "HC",
                        "FORMAL",
                        "APPROVED",
                        today(),
                        "晋施〔2026〕1号",
                        0,
                        0,
                        "1"));
        Document told = page("/console/projects/" + project + "/land-start");
        assertThat(told.select("main").text()).contains("3 分 15 秒", "材料已变更", "部门已于");
    }

    private ApplicationView simulated(UUID project, TaskView... tasks) {
        return new ApplicationView(
                UUID.randomUUID(),
                "140500-1",
                REGION,
                project,
                enterprise,
                "ACCEPTED",
                3,
                today(),
                List.of(tasks),
                1);
    }

    private static TaskView task(UUID id, String item, List<String> waitingFor) {
        return new TaskView(
                id,
                UUID.randomUUID(),
                item,
                "1",
                "NR",
                Mode.SIMULATED,
                "PRE_APPROVED",
                null,
                null,
                null,
                null,
                "预〔2026〕1号",
                waitingFor,
                null);
    }

    private SimulationFormalised formalised(
            UUID project, UUID task, String item, List<String> conditions) {
        return new SimulationFormalised(
                UUID.randomUUID(),
                REGION,
                project,
                task,
                item,
                "NR",
                conditions,
                today(),
                today(),
                "正〔2026〕1号",
                "1",
                List.of());
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    private void publish(LoggedEvent event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
        Await.settled(log);
    }

    private static JsonNode line(JsonNode sheet, String item) {
        return StreamSupport.stream(sheet.get("lines").spliterator(), false)
                .filter(line -> line.at("/item/code").asString().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletResponse suppose(String project, String... suppositions)
            throws Exception {
        String body =
                List.of(suppositions).stream()
                        .collect(Collectors.joining(",", "{\"suppositions\":[", "]}"));
        return send(path(project) + "/what-if", null, body);
    }

    private static String path(String project) {
        return "/api/projects/" + project;
    }

    private String registered(String type) throws Exception {
        String body =
                """
                {"code":"2610-140500-04-01-%d","name":"泽州装备制造","projectType":"%s",
                 "socialCreditCode":"%s","industry":"C","investment":52000}
                """
                        .formatted(SERIAL.incrementAndGet(), type, CODE.value());
        return json(send("/api/projects", null, body)).get("id").asString();
    }

    private String planned(String type) throws Exception {
        String project = registered(type);
        send(path(project) + "/steward", "*", "{\"steward\":\"" + steward.person() + "\"}");
        draw(project, "{\"parallel\":false}");
        Await.settled(log);
        return project;
    }

    private void draw(String project, String wishes) throws Exception {
        assertThat(send(path(project) + "/plan", "*", wishes).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse send(
            String path, @org.jspecify.annotations.Nullable String tag, String body)
            throws Exception {
        var request =
                post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .characterEncoding(StandardCharsets.UTF_8)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .content(body);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        MockHttpServletResponse answer = web.perform(request).andReturn().getResponse();
        answer.setDefaultCharacterEncoding("UTF-8");
        return answer;
    }

    private MockHttpServletResponse fetch(String path) throws Exception {
        MockHttpServletResponse answer =
                web.perform(get(java.net.URI.create(path))).andReturn().getResponse();
        answer.setDefaultCharacterEncoding("UTF-8");
        return answer;
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer = fetch(path);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return new JsonMapper().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }
}
