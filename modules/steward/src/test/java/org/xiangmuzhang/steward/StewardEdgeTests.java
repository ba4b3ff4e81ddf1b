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
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.practices.Practice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
        String late = planned("PT-PV-GROUND", "2026-11-20");
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
        String project = planned("PT-PV-GROUND", "2026-11-20");
        settle();
        Document page = page("/console/projects?mine=");

        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.expectFirst("tbody a").attr("href")).endsWith(project);
        assertThat(page.expectFirst(".overdue").text()).contains("2026-11-20");
        assertThat(page.text()).doesNotContain("??");
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
