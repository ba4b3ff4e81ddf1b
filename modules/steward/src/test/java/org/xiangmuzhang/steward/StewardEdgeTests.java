package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.PlanDrawing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Projects over REST and in the console. */
@SpringBootTest(classes = {StewardApplication.class, StewardSite.class})
@AutoConfigureMockMvc
class StewardEdgeTests {

    private static final Region REGION = new Region("140500");
    private static final AtomicInteger SERIAL = new AtomicInteger(200_000);
    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final UUID ENTERPRISE = UUID.randomUUID();

    @Autowired MockMvc web;
    @Autowired StewardApplication application;
    @Autowired StewardApplication.MovableClock clock;
    @Autowired StewardApplication.ToldApplications applications;
    @Autowired PlanDrawing planDrawing;
    @Autowired People people;
    @Autowired Enterprises enterprises;
    @Autowired Files files;
    @Autowired LogReader log;
    @Autowired JdbcClient jdbc;

    private Actor steward = new Actor(new UUID(0, 1), Role.STEWARD, REGION, null, null);
    private Actor applicant =
            new Actor(UUID.randomUUID(), Role.APPLICANT, REGION, null, ENTERPRISE);

    @BeforeEach
    void people() {
        var code = new SocialCreditCode("91350100M000100Y43");
        if (enterprises.byId(ENTERPRISE).isEmpty()) {
            enterprises.add(new Enterprise(ENTERPRISE, REGION, code, "沁水新能源有限公司"));
        }
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
    void registersAndAnswersWithPlaceTagAndProject() throws Exception {
        MockHttpServletResponse answer =
                send("/api/projects", null, registration(code(), "PT-PV-GROUND"));

        assertThat(answer.getStatus()).isEqualTo(201);
        JsonNode project = json(answer);
        assertThat(answer.getHeader("Location"))
                .isEqualTo("/api/projects/" + project.get("id").asString());
        assertThat(answer.getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(project.get("region").asString()).isEqualTo("140500");
        assertThat(project.get("name").asString()).isEqualTo("沁水光伏");
    }

    @Test
    void badInputGetsAProblemThatNamesRuleAndFieldAndChangesNothing() throws Exception {
        long before = log.head();
        JsonNode form =
                problem(send("/api/projects", null, registration("2613", "PT-PV-GROUND")), 422);
        assertThat(form.get("type").asString())
                .isEqualTo("urn:xiangmuzhang:problem:project-code-form");
        assertThat(form.get("pointers").get(0).asString()).isEqualTo("/code");

        JsonNode type = problem(send("/api/projects", null, registration(code(), "PT-X")), 422);
        assertThat(type.get("detail").asString()).contains("PT-X").contains("项目类型");
        assertThat(
                        problem(
                                        send(
                                                "/api/projects",
                                                null,
                                                "{\"projectType\":\"PT-PV-GROUND\"}"),
                                        422)
                                .get("pointers")
                                .get(0)
                                .asString())
                .isEqualTo("/name");
        assertThat(send("/api/projects", null, "{").getStatus()).isEqualTo(400);
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void staleTagIsRefusedAndTheRightOneIsTaken() throws Exception {
        String project = register("PT-PV-GROUND");
        String body = "{\"steward\":\"" + steward.person() + "\"}";
        String path = "/api/projects/" + project + "/steward";

        assertThat(problem(send(path, "\"7\"", body), 412).get("rule").asString())
                .isEqualTo("version-stale");
        MockHttpServletResponse taken = send(path, "\"1\"", body);
        assertThat(taken.getStatus()).isEqualTo(200);
        assertThat(taken.getHeader("ETag")).isEqualTo("\"2\"");
        assertThat(problem(send(path, "\"2\"", body), 409).get("rule").asString())
                .isEqualTo("steward-already-appointed");
    }

    @Test
    void anotherEnterpriseSeesNothing() throws Exception {
        String project = register("PT-PV-GROUND");
        application.actor =
                new Actor(UUID.randomUUID(), Role.APPLICANT, REGION, null, UUID.randomUUID());

        assertThat(fetch("/api/projects/" + project).getStatus()).isEqualTo(404);
        assertThat(fetch("/api/projects/" + project + "/plan").getStatus()).isEqualTo(404);
        assertThat(fetch("/api/projects/" + project + "/timeline").getStatus()).isEqualTo(404);
        assertThat(json(fetch("/api/projects")).get("items")).isEmpty();
    }

    @Test
    void wholeStoryOverRestWithThePastAsItWas() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-31");
        String path = "/api/projects/" + project;
        settle(); // or what the first plan tells may have it drawn after the decision
        JsonNode plan = json(fetch(path + "/plan"));
        Instant then = clock.instant();
        clock.forward(Duration.ofHours(1));
        UUID proof = files.store(REGION, steward, "批复.pdf", new ByteArrayInputStream(PDF)).id();
        MockHttpServletResponse recorded =
                send(
                        path + "/external-decisions",
                        tag(project),
                        """
                        {"itemCode":"SITE-PREEXAM","documentNumber":"晋自然预〔2026〕8号",
                         "decidedOn":"2026-10-30","file":"%s","verifiedOn":"2026-11-02"}
                        """
                                .formatted(proof));
        assertThat(recorded.getStatus()).isEqualTo(200);
        settle();

        JsonNode now = json(fetch(path + "/plan"));
        assertThat(now.get("revision").asInt()).isGreaterThan(plan.get("revision").asInt());
        assertThat(now.get("cause").asString()).isEqualTo("steward.decided-elsewhere");
        assertThat(json(fetch(path + "/plan?asOf=" + then))).isEqualTo(plan);
        assertThat(json(fetch(path + "?asOf=" + then)).get("decidedElsewhere")).isEmpty();
        JsonNode first = json(fetch(path + "/timeline?limit=2"));
        assertThat(first.get("items").get(0).get("event").asString())
                .isEqualTo("steward.project-registered");
        JsonNode second =
                json(fetch(path + "/timeline?limit=2&after=" + first.get("next").asString()));
        assertThat(second.get("items").get(0).get("position").asLong())
                .isGreaterThan(first.get("items").get(1).get("position").asLong());
        assertThat(problem(fetch(path + "?asOf=yesterday"), 422).get("rule").asString())
                .isEqualTo("wrong-type");
    }

    @Test
    void boardOverRestPagesByKey() throws Exception {
        String late = planned("PT-PV-GROUND", "2026-12-04");
        String easy = planned("PT-PV-GROUND", "2026-12-31");
        settle();

        JsonNode one = json(fetch("/api/projects?limit=1&steward=" + steward.person()));
        assertThat(one.get("items").get(0).get("project").asString()).isEqualTo(late);
        JsonNode two =
                json(
                        fetch(
                                "/api/projects?limit=1&steward="
                                        + steward.person()
                                        + "&after="
                                        + one.get("next").asString()));
        assertThat(two.get("items").get(0).get("project").asString()).isEqualTo(easy);
        assertThat(two.get("next").isNull()).isTrue();
    }

    @Test
    @Practice({"PR-006", "PR-141"})
    void projectPageDrawsTheScheduleWithLatestDatesAndTheCriticalPath() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-31");
        settle();
        Document page = page("/console/projects/" + project);

        assertThat(page.expectFirst("h1").text()).isEqualTo("沁水光伏");
        JsonNode chart = new JsonMapper().readTree(page.expectFirst("[data-gantt] script").data());
        JsonNode last = row(chart, "LAND-PLAN-PERMIT");
        assertThat(chart.get("target").asString()).isEqualTo("2026-12-31");
        assertThat(last.get("latestFinish").asString()).isEqualTo("2026-12-31");
        assertThat(last.get("latestStart").asString()).isEqualTo("2026-12-30");
        assertThat(last.get("critical").asBoolean()).isTrue();
        assertThat(last.get("after").toString()).contains("LAND-ALLOCATION");
        assertThat(page.select(".gantt__table tbody tr")).hasSizeGreaterThan(8);
        assertThat(page.select(".stages__stage")).isNotEmpty();
        assertThat(page.select(".timeline__what").eachText())
                .anyMatch(what -> what.startsWith("登记项目"))
                .noneMatch(what -> what.contains("{") || what.startsWith("steward."));
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void whatWasDecidedElsewhereIsMarkedOnThePage() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-31");
        clock.forward(Duration.ofMinutes(1));
        Document form = page("/console/projects/" + project + "/external-decisions");
        MockHttpServletResponse done =
                web.perform(
                                multipart("/console/projects/" + project + "/external-decisions")
                                        .file(
                                                new MockMultipartFile(
                                                        "proof", "批复.pdf", "application/pdf", PDF))
                                        .param("itemCode", "SITE-PREEXAM")
                                        .param("documentNumber", "晋自然预〔2026〕8号")
                                        .param("decidedOn", "2026-10-30")
                                        .param("verifiedOn", "2026-11-02")
                                        .param("version", form.expectFirst("[name=version]").val()))
                        .andReturn()
                        .getResponse();
        assertThat(done.getRedirectedUrl()).isEqualTo("/console/projects/" + project);
        settle();

        Document page = page("/console/projects/" + project);
        assertThat(page.select("#elsewhere").text()).isEqualTo("平台外办理");
        assertThat(page.select(".badge--elsewhere").text()).contains("平台外");
        assertThat(page.select(".timeline__entry--elsewhere")).isNotEmpty();

        String first = page.expectFirst("#as-of option").val();
        MockHttpServletResponse past =
                web.perform(
                                get("/console/projects/" + project)
                                        .queryParam("asOf", first)
                                        .header("HX-Request", "true"))
                        .andReturn()
                        .getResponse();
        assertThat(past.getContentAsString()).doesNotContain("<html").doesNotContain("8号");
        Document english = page("/console/projects/" + project + "?lang=en");
        assertThat(english.select("#elsewhere").text()).isEqualTo("Decided elsewhere");
        assertThat(page("/console/projects/" + project + "?lang=zh-CN").text())
                .doesNotContain("??");
    }

    @Test
    void whatNobodyVerifiedIsMarkedAndAWrongRecordIsPutRightOnAPage() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-31");
        String path = "/console/projects/" + project;
        Document form = page(path + "/external-decisions");
        assertThat(form.expectFirst("[name=verifiedOn]").val()).isEmpty();
        web.perform(
                        multipart(path + "/external-decisions")
                                .file(
                                        new MockMultipartFile(
                                                "proof", "批复.pdf", "application/pdf", PDF))
                                .param("itemCode", "SITE-PREEXAM")
                                .param("documentNumber", "8号")
                                .param("decidedOn", "2026-10-30")
                                .param("verifiedOn", "")
                                .param("version", form.expectFirst("[name=version]").val()))
                .andReturn();
        settle();
        JsonNode known = json(fetch("/api/projects/" + project)).at("/decidedElsewhere/0");
        assertThat(known.path("verifiedOn").isNull()).isTrue();
        Document page = page(path);
        assertThat(page.select("td").eachText()).contains("尚未核验");
        assertThat(page(path + "?lang=en").select("td").eachText()).contains("not verified yet");
        assertThat(page(path + "?lang=zh-CN").text()).doesNotContain("??");

        Document correcting =
                page(page.expectFirst("a[href$='SITE-PREEXAM/correction']").attr("href"));
        assertThat(correcting.expectFirst("[name=documentNumber]").val()).isEqualTo("8号");
        MockHttpServletResponse done =
                web.perform(
                                multipart(path + "/external-decisions/SITE-PREEXAM/correction")
                                        .param("documentNumber", "9号")
                                        .param("decidedOn", "2026-10-30")
                                        .param("verifiedOn", "2026-11-02")
                                        .param("reason", "录入有误")
                                        .param(
                                                "version",
                                                correcting.expectFirst("[name=version]").val()))
                        .andReturn()
                        .getResponse();
        assertThat(done.getRedirectedUrl()).isEqualTo(path);
        JsonNode right = json(fetch("/api/projects/" + project)).at("/decidedElsewhere/0");
        assertThat(right.get("documentNumber").asString()).isEqualTo("9号");
        assertThat(right.get("file")).isEqualTo(known.get("file"));
    }

    @Test
    void nothingIsTakenInFromWhoeverMayNotRecord() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-31");
        long files = stored();

        for (Role role : new Role[] {Role.AUDITOR, Role.LEADER, Role.STEWARD, Role.APPLICANT}) {
            application.actor =
                    new Actor(
                            UUID.randomUUID(),
                            role,
                            REGION,
                            null,
                            role == Role.APPLICANT ? ENTERPRISE : null);
            elsewhere(project, "8号");
        }

        assertThat(stored()).isEqualTo(files);
        assertThat(json(fetch("/api/projects/" + project)).get("decidedElsewhere")).isEmpty();
    }

    @Test
    void proofIsFetchedThroughItsProjectAndMandatesAreNotForDepartments() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-31");
        assertThat(elsewhere(project, "8号").getRedirectedUrl()).endsWith(project);
        String proof =
                json(fetch("/api/projects/" + project)).at("/decidedElsewhere/0/file").asString();
        application.actor = new Actor(UUID.randomUUID(), Role.APPROVER, REGION, "NR", null);

        MockHttpServletResponse rest = fetch("/api/projects/" + project + "/files/" + proof);
        assertThat(rest.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(rest.getHeader("Content-Disposition")).startsWith("attachment");
        Document page = page("/console/projects/" + project);
        String link = page.expectFirst("a[href*='/files/']").attr("href");
        assertThat(fetch(link).getContentAsByteArray()).isEqualTo(PDF);
        UUID unrelated =
                files.store(REGION, applicant, "a.pdf", new ByteArrayInputStream(PDF)).id();
        assertThat(fetch("/api/projects/" + project + "/files/" + unrelated).getStatus())
                .isEqualTo(404);
        application.actor =
                new Actor(UUID.randomUUID(), Role.APPLICANT, REGION, null, UUID.randomUUID());
        assertThat(fetch("/api/projects/" + project + "/files/" + proof).getStatus())
                .isEqualTo(404);
    }

    @Test
    void aVersionBelowZeroCountsAsAnOldOne() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-31");

        assertThat(elsewhere(project, "8号", "-1").getStatus()).isEqualTo(303);

        assertThat(json(fetch("/api/projects/" + project)).get("decidedElsewhere")).isEmpty();
    }

    private MockHttpServletResponse elsewhere(String project, String number) throws Exception {
        return elsewhere(project, number, version(project));
    }

    private MockHttpServletResponse elsewhere(String project, String number, String version)
            throws Exception {
        return utf8(
                web.perform(
                                multipart("/console/projects/" + project + "/external-decisions")
                                        .file(
                                                new MockMultipartFile(
                                                        "proof", "批复.pdf", "application/pdf", PDF))
                                        .param("itemCode", "SITE-PREEXAM")
                                        .param("documentNumber", number)
                                        .param("decidedOn", "2026-10-30")
                                        .param("verifiedOn", "2026-11-02")
                                        .param("version", version))
                        .andReturn()
                        .getResponse());
    }

    private String version(String project) throws Exception {
        return tag(project).replace("\"", "");
    }

    private long stored() {
        return jdbc.sql("select count(*) from files.file").query(Long.class).single();
    }

    @Test
    void boardPageShowsNextStepAndFinishAgainstTarget() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-04");
        runsUntil(project, LocalDate.of(2026, 12, 11));
        Document page = page("/console/projects?mine=");

        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.expectFirst("tbody a").attr("href")).endsWith(project);
        assertThat(page.expectFirst(".overdue").text()).contains("2026-12-04");
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void aDateThatCannotBeKeptIsRefusedWithItsCausesAndTheEarliestDayWhichIsTaken()
            throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-31");
        String path = "/api/projects/" + project + "/plan";
        JsonNode refused = problem(send(path, "*", "{\"target\":\"2026-11-20\"}"), 422);
        assertThat(refused.get("type").asString())
                .isEqualTo("urn:xiangmuzhang:problem:plan-target-infeasible");
        assertThat(refused.get("pointers").get(0).asString()).isEqualTo("/target");
        assertThat(refused.get("detail").asString())
                .isEqualTo(
                        "全部事项无法在 2026-11-20 前办结，最早可在 2026-12-03 办结。原因："
                                + "建设项目用地预审与选址意见书核发（10 个工作日，自今天起算）"
                                + " → 企业投资项目核准（2 个工作日，法定先后）"
                                + " → 国有建设用地使用权划拨审批（10 个工作日，需要前项结果作为材料）。");
        assertThat(json(fetch(path)).get("target").asString()).isEqualTo("2026-12-31");
        assertThat(send(path, "*", "{\"target\":\"2026-12-02\"}").getStatus()).isEqualTo(422);
        assertThat(send(path, "*", "{\"target\":\"2026-12-03\"}").getStatus()).isEqualTo(200);

        String stage = "{\"stageTargets\":{\"LAND_AND_PROJECT\":\"%s\"}}";
        JsonNode early = problem(send(path, "*", stage.formatted("2026-11-20")), 422);
        assertThat(early.get("pointers").get(0).asString())
                .isEqualTo("/stageTargets/LAND_AND_PROJECT");
        assertThat(early.get("detail").asString()).startsWith("立项用地规划许可无法在 2026-11-20 前办结");
        MockHttpServletResponse taken = send(path, "*", stage.formatted("2026-12-10"));
        assertThat(taken.getStatus()).as(taken.getContentAsString()).isEqualTo(200);
        JsonNode courses = json(fetch(path)).get("courses");
        assertThat(courses.at("/stageTargets/LAND_AND_PROJECT").asString()).isEqualTo("2026-12-10");
        assertThat(problem(send(path, "*", stage.formatted("2026-10-30")), 422).get("rule"))
                .hasToString("\"plan-target-before-start\"");
        assertThat(send(path, "*", "{\"stageTargets\":{\"NONE\":\"2026-12-31\"}}").getStatus())
                .isEqualTo(422);
        assertThat(send(path, "*", "{\"stageTargets\":{\"COMPLETION\":null}}").getStatus())
                .isEqualTo(422);
    }

    @Test
    void aDateThatTimeAloneMadeTooEarlyStandsWhileThePlanIsShortened() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-04");
        String path = "/api/projects/" + project + "/plan";
        Duration week = Duration.ofDays(7);
        clock.forward(week);
        try {
            MockHttpServletResponse shortened =
                    send(path, "*", "{\"target\":\"2026-12-04\",\"parallel\":true}");
            assertThat(shortened.getStatus()).as(shortened.getContentAsString()).isEqualTo(200);
            assertThat(json(fetch(path)).get("feasible").asBoolean()).isFalse();
            assertThat(send(path, "*", "{\"target\":\"2026-12-03\"}").getStatus()).isEqualTo(422);
        } finally {
            clock.forward(week.negated());
        }
    }

    @Test
    void whatCannotBeKeptAnyMoreStandsWithItsCausesAndWhoseTurnItIsOnThePage() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-04");
        JsonNode before = json(fetch("/api/projects/" + project + "/plan"));
        assertThat(turn(before, "SITE-PREEXAM")).isEqualTo("STEWARD");
        runsUntil(project, LocalDate.of(2026, 12, 11));

        JsonNode plan = json(fetch("/api/projects/" + project + "/plan"));
        assertThat(plan.get("feasible").asBoolean()).isFalse();
        assertThat(plan.at("/conflicts/0/wanted").asString()).isEqualTo("2026-12-04");
        assertThat(plan.at("/conflicts/0/earliest").asString())
                .isEqualTo(plan.get("finish").asString());
        assertThat(plan.at("/conflicts/0/causes")).hasSize(1);
        assertThat(plan.at("/conflicts/0/causes/0/bound").asString()).isEqualTo("PROMISE");
        assertThat(turn(plan, "SITE-PREEXAM")).isEqualTo("DEPARTMENT");
        assertThat(turn(plan, "ENT-APPROVAL")).isEqualTo("NOBODY");

        Document page = page("/console/projects/" + project);
        assertThat(page.select("#conflicts").text()).isEqualTo("为何不能如期");
        assertThat(page.text()).contains("全部事项无法在 2026-12-04 前办结").contains("在办，承诺时限");
        assertThat(page.select("[data-label=由谁推进]").eachText())
                .contains("暂无，等待前项")
                .noneMatch(String::isBlank);
        assertThat(page.select("[data-label=等待]").eachText()).contains("建设项目用地预审与选址意见书核发");

        Document form = page("/console/projects/" + project + "/plan");
        MockHttpServletResponse again =
                web.perform(
                                post("/console/projects/" + project + "/plan")
                                        .param("target", "2026-12-04")
                                        .param("parallel", "true")
                                        .param("version", form.expectFirst("[name=version]").val()))
                        .andReturn()
                        .getResponse();
        assertThat(again.getRedirectedUrl()).endsWith(project);
        Document wrong =
                sentBack(
                        post("/console/projects/" + project + "/plan")
                                .param("stageTargets.LAND_AND_PROJECT", "2026-12-05")
                                .param(
                                        "version",
                                        page("/console/projects/" + project + "/plan")
                                                .expectFirst("[name=version]")
                                                .val()));
        assertThat(wrong.select(".field__error").text()).contains("最早可在");
        assertThat(wrong.expectFirst("[name=stageTargets.LAND_AND_PROJECT]").val())
                .isEqualTo("2026-12-05");
    }

    @Test
    @Practice("PR-257")
    void anyTwoVersionsAreComparedAndPlansAreMeasuredByABaseline() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-31");
        settle();
        String path = "/api/projects/" + project + "/plan";
        int first = json(fetch(path)).get("revision").asInt();
        String body = "{\"revision\":%d,\"reason\":\"开工承诺\"}".formatted(first);
        MockHttpServletResponse set = send(path + "/baseline", tag(project), body);
        assertThat(set.getStatus()).as(set.getContentAsString()).isEqualTo(200);
        assertThat(json(set).at("/baseline/drift").asInt()).isZero();
        assertThat(problem(send(path + "/baseline", "*", body), 409).get("rule").asString())
                .isEqualTo("baseline-already");
        assertThat(problem(send(path + "/baseline", "\"1\"", body), 412).get("rule").asString())
                .isEqualTo("version-stale");
        runsUntil(project, LocalDate.of(2026, 11, 23));

        JsonNode versions = json(fetch(path + "/versions")).get("items");
        assertThat(versions.get(0).get("revision").asInt()).isEqualTo(first + 1);
        assertThat(versions.get(0).get("moved").asInt()).isPositive();
        assertThat(versions.get(1).get("baseline").asBoolean()).isTrue();
        JsonNode difference = json(fetch(path + "/differences"));
        assertThat(difference.get("later").asInt()).isEqualTo(5);
        JsonNode own = moved(difference, "SITE-PREEXAM");
        assertThat(own.get("why").asString()).isEqualTo("HAPPENED");
        assertThat(own.get("fromFinish").asString()).isEqualTo("2026-11-16");
        assertThat(own.get("toFinish").asString()).isEqualTo("2026-11-23");
        JsonNode next = moved(difference, "ENT-APPROVAL");
        assertThat(next.get("why").asString()).isEqualTo("BEFORE");
        assertThat(next.get("by").asString()).isEqualTo("SITE-PREEXAM");
        assertThat(next.get("later").asInt()).isEqualTo(5);
        String back = path + "/differences?from=" + (first + 1) + "&to=" + first;
        assertThat(json(fetch(back)).get("later").asInt()).isEqualTo(-5);
        String same = path + "/differences?from=" + first + "&to=" + first;
        assertThat(json(fetch(same)).get("moved")).isEmpty();
        assertThat(problem(fetch(path + "/differences?to=99"), 404).get("rule").asString())
                .isEqualTo("plan-version-unknown");

        assertThat(json(fetch(path)).at("/baseline/drift").asInt()).isEqualTo(5);
        Document page = page("/console/projects/" + project);
        assertThat(page.text()).contains("较基准（第 " + first + " 版）推迟 5 个工作日");
        JsonNode chart = new JsonMapper().readTree(page.expectFirst("[data-gantt] script").data());
        assertThat(row(chart, "ENT-APPROVAL").get("name").asString()).endsWith("较基准推迟 5 个工作日");
        assertThat(page.select(".timeline__why").eachText()).contains("开工承诺");
        Document compared = page("/console/projects/" + project + "/plan/versions");
        assertThat(compared.select("[data-label=原因]").eachText())
                .contains("办理有进展", "前项“建设项目用地预审与选址意见书核发”移动")
                .noneMatch(why -> why.startsWith("steward."));
        assertThat(compared.text()).doesNotContain("??");
        Document refused =
                sentBack(
                        post("/console/projects/" + project + "/plan/baseline")
                                .param("revision", Integer.toString(first))
                                .param("reason", "再设一次")
                                .param("version", compared.expectFirst("[name=version]").val()));
        assertThat(refused.text()).contains("已是基准");
    }

    private static JsonNode moved(JsonNode difference, String code) {
        for (JsonNode one : difference.get("moved")) {
            if (one.get("itemCode").asString().equals(code)) {
                return one;
            }
        }
        throw new AssertionError(code + " did not move");
    }

    private static String turn(JsonNode plan, String code) {
        for (JsonNode step : plan.get("steps")) {
            if (step.get("itemCode").asString().equals(code)) {
                return step.at("/turn/who").asString();
            }
        }
        throw new AssertionError(code + " is not in the plan");
    }

    @Test
    void formsRegisterAndDrawAndSayWhatWasWrong() throws Exception {
        assertThat(page("/console/projects/new").select("option")).hasSizeGreaterThan(5);
        Document refused =
                sentBack(
                        post("/console/projects")
                                .param("name", "沁水光伏")
                                .param("code", "12")
                                .param("projectType", "PT-PV-GROUND")
                                .param("socialCreditCode", "91350100M000100Y43"));
        assertThat(refused.select("#registration-code-error").text()).contains("项目代码");
        assertThat(refused.expectFirst("[name=name]").val()).isEqualTo("沁水光伏");
        assertThat(refused.expectFirst("[name=projectType] option[selected]").val())
                .isEqualTo("PT-PV-GROUND");

        String project = planned("PT-PV-GROUND", "2026-12-31");
        Document form = page("/console/projects/" + project + "/plan");
        assertThat(form.select("[name=conditional]").eachAttr("value")).contains("FOREST-USE");
        assertThat(form.select("[name=simulated]").eachAttr("value")).contains("ENT-APPROVAL");
        String version = form.expectFirst("[name=version]").val();
        Document wrong =
                sentBack(
                        post("/console/projects/" + project + "/plan")
                                .param("target", "2026-01-01")
                                .param("conditional", "FOREST-USE")
                                .param("version", version));
        assertThat(wrong.select("#plan-target-error").text()).contains("目标日期");
        assertThat(wrong.expectFirst("[name=target]").val()).isEqualTo("2026-01-01");
        assertThat(wrong.expectFirst("[value=FOREST-USE]").hasAttr("checked")).isTrue();
        MockHttpServletResponse drawn =
                web.perform(
                                post("/console/projects/" + project + "/plan")
                                        .param("conditional", "FOREST-USE")
                                        .param("version", form.expectFirst("[name=version]").val()))
                        .andReturn()
                        .getResponse();
        assertThat(drawn.getRedirectedUrl()).endsWith(project);
        application.actor = applicant;
        assertThat(page("/console/projects/" + project).select("[name=acts]")).hasSize(4);
    }

    @Test
    void milestonesAndSignedMandatesAreRecordedOnPages() throws Exception {
        String project = planned("PT-PV-GROUND", "2026-12-31");
        String path = "/console/projects/" + project;
        Document form = page(path + "/milestones");
        assertThat(form.select("[name=itemCode] option").eachAttr("value"))
                .contains("JOINT-PREEXAM")
                .doesNotContain("STEWARD-ENTRUST", "SITE-PREEXAM");
        Document refused =
                sentBack(
                        multipart(path + "/milestones")
                                .file(
                                        new MockMultipartFile(
                                                "proof", "纪要.pdf", "application/pdf", PDF))
                                .param("itemCode", "JOINT-PREEXAM")
                                .param("on", "2027-01-01")
                                .param("version", form.expectFirst("[name=version]").val()));
        assertThat(refused.select("#milestone-on-error").text()).contains("2027");
        assertThat(refused.select(".field__kept").text()).contains("纪要.pdf");
        MockHttpServletResponse reached =
                web.perform(
                                multipart(path + "/milestones")
                                        .param("itemCode", "JOINT-PREEXAM")
                                        .param("on", "2026-11-02")
                                        .param(
                                                "kept-proof",
                                                refused.expectFirst("[name=kept-proof]").val())
                                        .param(
                                                "version",
                                                refused.expectFirst("[name=version]").val()))
                        .andReturn()
                        .getResponse();
        assertThat(reached.getRedirectedUrl()).isEqualTo(path);
        JsonNode milestones = json(fetch("/api/projects/" + project)).get("milestones");
        assertThat(milestones.findValuesAsString("itemCode")).contains("JOINT-PREEXAM");

        application.actor = applicant;
        Document own = page(path);
        web.perform(
                        multipart(path + "/mandates")
                                .file(
                                        new MockMultipartFile(
                                                "paper", "委托书.pdf", "application/pdf", PDF))
                                .param("acts", "SUBMIT", "RECEIVE")
                                .param("from", "2026-11-02")
                                .param("until", "2027-11-01")
                                .param("version", own.expectFirst("[name=version]").val()))
                .andReturn();
        JsonNode mandate = json(fetch("/api/projects/" + project)).get("mandates").get(1);
        assertThat(mandate.get("file").asString()).isNotBlank();
    }

    /** The site opinion was applied for and is promised for a day. */
    private void runsUntil(String project, LocalDate promised) {
        UUID id = UUID.fromString(project);
        UUID application = UUID.randomUUID();
        LocalDate today = WorkingDays.today(clock);
        applications.ofProject.put(
                id,
                List.of(
                        new ApplicationView(
                                application,
                                "140500-20261102-0001",
                                REGION,
                                id,
                                ENTERPRISE,
                                "ACCEPTED",
                                8,
                                today,
                                List.of(
                                        new TaskView(
                                                UUID.randomUUID(),
                                                application,
                                                "SITE-PREEXAM",
                                                "1",
                                                "NR",
                                                Mode.FORMAL,
                                                "IN_DEPARTMENT",
                                                today,
                                                null,
                                                promised,
                                                null,
                                                null,
                                                List.of(),
                                                null)),
                                1)));
        planDrawing.redraw(id, "intake.application-accepted");
        settle();
    }

    /** The page to which a refused form goes back. */
    private Document sentBack(AbstractMockHttpServletRequestBuilder<?> form) throws Exception {
        MvcResult refused = web.perform(form).andReturn();
        assertThat(refused.getResponse().getStatus()).isEqualTo(303);
        String back = Objects.requireNonNull(refused.getResponse().getRedirectedUrl());
        return Jsoup.parse(
                web.perform(get(back).flashAttrs(refused.getFlashMap()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private String planned(String type, String target) throws Exception {
        String project = register(type);
        String path = "/api/projects/" + project;
        assertThat(
                        send(
                                        path + "/steward",
                                        tag(project),
                                        "{\"steward\":\"" + steward.person() + "\"}")
                                .getStatus())
                .isEqualTo(200);
        application.actor = applicant;
        String mandate = "{\"acts\":[\"SUBMIT\"],\"from\":\"2026-11-02\",\"until\":\"2027-11-01\"}";
        assertThat(send(path + "/mandates", tag(project), mandate).getStatus()).isEqualTo(200);
        application.actor = steward;
        MockHttpServletResponse drawn =
                send(path + "/plan", tag(project), "{\"target\":\"" + target + "\"}");
        assertThat(drawn.getStatus()).as(drawn.getContentAsString()).isEqualTo(200);
        return project;
    }

    private String register(String type) throws Exception {
        MockHttpServletResponse answer = send("/api/projects", null, registration(code(), type));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        return json(answer).get("id").asString();
    }

    private String tag(String project) throws Exception {
        return Objects.requireNonNull(fetch("/api/projects/" + project).getHeader("ETag"));
    }

    private static String registration(String code, String type) {
        return """
        {"code":"%s","name":"沁水光伏","projectType":"%s",
         "socialCreditCode":"91350100M000100Y43","industry":"D","investment":52000}
        """
                .formatted(code, type);
    }

    private static String code() {
        return "2610-140500-04-01-" + SERIAL.incrementAndGet();
    }

    private MockHttpServletResponse send(String path, @Nullable String tag, String body)
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
        return utf8(web.perform(request).andReturn().getResponse());
    }

    private MockHttpServletResponse fetch(String path) throws Exception {
        return utf8(web.perform(get(path)).andReturn().getResponse());
    }

    private static MockHttpServletResponse utf8(MockHttpServletResponse answer) {
        answer.setDefaultCharacterEncoding("UTF-8");
        return answer;
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer = fetch(path);
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private static JsonNode problem(MockHttpServletResponse answer, int status) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        return json(answer);
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return new JsonMapper().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private static JsonNode row(JsonNode chart, String code) {
        for (JsonNode row : chart.get("rows")) {
            if (row.get("code").asString().equals(code)) {
                return row;
            }
        }
        throw new AssertionError(code + " is not on the chart");
    }

    private void settle() {
        Await.settled(log);
    }
}
