package org.xiangmuzhang.intake;

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
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.xiangmuzhang.database.Rivals;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.practices.Practice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

@OnSite
class IntakeEdgesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String APPLICATIONS = "/api/intake/applications";
    private static final String TASKS = "/api/intake/tasks";

    private final MockMvc web;
    private final ConfigurableApplicationContext context;
    private Story story;

    @Autowired
    IntakeEdgesTests(MockMvc web, ConfigurableApplicationContext context) {
        this.web = web;
        this.context = context;
        this.story = new Story(context);
    }

    @BeforeEach
    void newStory() {
        story = new Story(context);
    }

    @Test
    @Practice("PR-048")
    void takesAnApplicationOverRestFromReceiptToDelivery() throws Exception {
        UUID id = UUID.randomUUID();
        UUID file = story.file(story.applicant, "预审申请");
        String body =
                """
                {"id": "%s", "project": "%s", "items": [{"code": "SITE-PREEXAM"},
                 {"code": "ENT-APPROVAL", "mode": "COMMITMENT"}],
                 "materials": [{"material": "SITE-PREEXAM-1", "file": "%s"}]}
                """
                        .formatted(id, story.project, file);
        MockHttpServletResponse created = send(APPLICATIONS, body, story.applicant, null);
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(created.getHeader("Location")).isEqualTo(APPLICATIONS + "/" + id);
        assertThat(created.getHeader("ETag")).isEqualTo("\"0\"");
        JsonNode receipt = json(APPLICATIONS + "/" + id + "/receipt", story.applicant);
        assertThat(receipt.path("number").asString()).startsWith(story.place + "-20261102-");
        assertThat(receipt.path("noticeDue").asString()).isEqualTo("2026-11-09");

        String notice = "{\"materials\": [\"SITE-PREEXAM-2\"], \"explanation\": \"缺图\"}";
        String noticePath = APPLICATIONS + "/" + id + "/correction-notice";
        assertThat(send(noticePath, notice, story.clerk, "\"0\"").getStatus()).isEqualTo(200);
        problem(409, "second-correction-notice", send(noticePath, notice, story.clerk, "\"1\""));
        String supply =
                "{\"materials\": [{\"material\": \"SITE-PREEXAM-2\", \"file\": \"%s\"}]}"
                        .formatted(story.file(story.applicant, "选址图"));
        String path = APPLICATIONS + "/" + id;
        assertThat(send(path + "/corrections", supply, story.applicant, "\"1\"").getStatus())
                .isEqualTo(200);
        problem(412, "version-stale", send(path + "/acceptance", null, story.clerk, "\"0\""));
        assertThat(send(path + "/acceptance", null, story.clerk, "\"2\"").getStatus())
                .isEqualTo(200);

        JsonNode desk = json(TASKS, story.land);
        assertThat(desk.path("items")).hasSize(1);
        String task = desk.at("/items/0/task/id").asString();
        assertThat(desk.at("/items/0/promisedLeft").asInt()).isEqualTo(10);
        String begin = "{\"kind\": \"PUBLICITY\", \"expectedUntil\": \"2026-11-12\"}";
        assertThat(
                        send(TASKS + "/" + task + "/special-procedures", begin, story.land, "*")
                                .getStatus())
                .isEqualTo(200);
        assertThat(
                        send(
                                        TASKS + "/" + task + "/special-procedures/current/end",
                                        "{}",
                                        story.land,
                                        "*")
                                .getStatus())
                .isEqualTo(200);
        JsonNode clock = json(TASKS + "/" + task + "/clock", story.land);
        assertThat(clock.at("/clock/pauses")).hasSize(1);
        String decide = "{\"outcome\": \"APPROVED\", \"documentNumber\": \"晋资〔2026〕1号\"}";
        String decision = TASKS + "/" + task + "/decision";
        problem(404, "task-unknown", send(decision, decide, story.environment, "*"));
        assertThat(send(decision, decide, story.land, "*").getStatus()).isEqualTo(200);
        problem(409, "already-decided", send(decision, decide, story.land, "*"));
        problem(409, "results-outstanding", send(path + "/delivery", null, story.clerk, "*"));
        String other = json(TASKS, story.development).at("/items/0/task/id").asString();
        send(TASKS + "/" + other + "/decision", decide, story.development, "*");
        JsonNode delivered = JSON.readTree(text(send(path + "/delivery", null, story.clerk, "*")));
        assertThat(delivered.path("state").asString()).isEqualTo("DELIVERED");
        assertThat(delivered.path("exchangeState").asInt()).isEqualTo(11);
        assertThat(json(APPLICATIONS + "?state=DELIVERED", story.clerk).path("items")).hasSize(1);
    }

    @Test
    void letsOneWinOfTwoWhoDecideTheSameTaskAtOnce() throws Exception {
        UUID id = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        UUID task = story.task(id, "SITE-PREEXAM").id();
        String decision = TASKS + "/" + task + "/decision";

        List<MockHttpServletResponse> answers =
                Rivals.atOnce(
                        context.getBean(DataSource.class),
                        "select id from intake.task where id = ? for update",
                        task,
                        List.of(
                                () -> send(decision, approval("1"), story.land, "*"),
                                () -> send(decision, approval("2"), story.land, "*")));

        assertThat(answers)
                .extracting(MockHttpServletResponse::getStatus)
                .containsExactlyInAnyOrder(200, 409);
        int winner = answers.getFirst().getStatus() == 200 ? 0 : 1;
        problem(409, "changed-meanwhile", answers.get(1 - winner));
        assertThat(text(answers.get(winner))).contains("晋资〔2026〕" + (winner + 1) + "号");
        assertThat(text(getTask(task))).contains("晋资〔2026〕" + (winner + 1) + "号");
    }

    private static String approval(String number) {
        return "{\"outcome\": \"APPROVED\", \"documentNumber\": \"晋资〔2026〕%s号\"}".formatted(number);
    }

    private MockHttpServletResponse getTask(UUID task) throws Exception {
        return web.perform(request(get(TASKS + "/" + task), story.land)).andReturn().getResponse();
    }

    @Test
    void namesTheRuleAndTheFieldOfBadInputInBothLanguages() throws Exception {
        String unknown = "{\"items\": [{\"code\": \"SITE-PREEXAM\"}, {\"code\": \"NO-SUCH\"}]}";
        JsonNode refused =
                problem(422, "item-not-listed", send(APPLICATIONS, unknown, story.applicant, null));
        assertThat(refused.at("/pointers/0").asString()).isEqualTo("/items/1/code");
        assertThat(refused.path("detail").asString()).contains("NO-SUCH");
        problem(422, "field-missing", send(APPLICATIONS, "{}", story.applicant, null));
        problem(422, "wrong-type", send(APPLICATIONS, "{\"items\": 7}", story.applicant, null));
        problem(400, "body-unreadable", send(APPLICATIONS, "{", story.applicant, null));
        problem(403, "role-may-not", send(APPLICATIONS, items(), story.clerk, null));
        String milestone = "{\"items\": [{\"code\": \"MANDATE\"}]}";
        MockHttpServletResponse english =
                web.perform(
                                request(post(APPLICATIONS), story.applicant)
                                        .header("Idempotency-Key", UUID.randomUUID().toString())
                                        .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(milestone))
                        .andReturn()
                        .getResponse();
        assertThat(problem(422, "milestone-is-no-application", english).path("detail").asString())
                .contains("never applied for");
        assertThat(json(APPLICATIONS + "?project=" + story.project, story.applicant).path("items"))
                .isEmpty();
    }

    private static String items() {
        return "{\"enterprise\": \"%s\", \"items\": [{\"code\": \"SITE-PREEXAM\"}]}"
                .formatted(UUID.randomUUID());
    }

    @Test
    void letsAClerkAcceptAndADepartmentDecideOnPages() throws Exception {
        UUID id =
                story.submit(
                        story.applicant,
                        story.whole(story.applicant, "SITE-PREEXAM"),
                        Mode.FORMAL,
                        "SITE-PREEXAM");
        Document list = page("/console/intake/applications", story.clerk);
        assertThat(list.select("tbody th a").eachText()).containsExactly(story.see(id).number());
        String address = "/console/intake/applications/" + id;
        Document before = page(address, story.clerk);
        assertThat(before.select("form[action$=acceptance]")).hasSize(1);
        assertThat(before.select("form[action$=withdrawal]")).isEmpty();

        assertThat(submit(address + "/acceptance", story.clerk, "version", "0").getRedirectedUrl())
                .isEqualTo(address);

        assertThat(page(address, story.applicant).select("form[action$=withdrawal]")).hasSize(1);
        Document desk = page("/console/intake/tasks", story.land);
        String task = desk.select("tbody th a").attr("href");
        Document decision = page(task, story.land);
        String version = decision.select("form[action$=decision] input[name=version]").val();
        assertThat(decision.select("select[name=kind] option").eachText()).contains("公示", "专家评审");
        MockHttpServletResponse decided =
                web.perform(
                                request(multipart(task + "/decision"), story.land)
                                        .file(
                                                new MockMultipartFile(
                                                        "document",
                                                        "批复.txt",
                                                        "text/plain",
                                                        "同意".getBytes(StandardCharsets.UTF_8)))
                                        .param("version", version)
                                        .param("outcome", "APPROVED"))
                        .andReturn()
                        .getResponse();
        assertThat(decided.getRedirectedUrl()).isEqualTo(task);
        Document result = page(task, story.land);
        assertThat(result.text()).contains("通过").contains("下载").doesNotContain("??");
        MockHttpServletResponse download =
                web.perform(
                                request(
                                        get(result.select("dd a:contains(下载)").attr("href")),
                                        story.land))
                        .andReturn()
                        .getResponse();
        assertThat(text(download)).isEqualTo("同意");
        assertThat(submit(task + "/decision", story.land, "version", version).getRedirectedUrl())
                .as("nothing is chosen: back to the form")
                .isEqualTo(task);
    }

    @Test
    void showsWhatASimulatedItemWaitsForOnItsPage() throws Exception {
        story.plan().waits(story.project, "LAND-PLAN-PERMIT", new Unmet("LAND_RIGHT", true));
        UUID id = story.accepted(Mode.SIMULATED, "LAND-PLAN-PERMIT");
        String task = "/console/intake/tasks/" + story.task(id, "LAND-PLAN-PERMIT").id();
        Document page = page(task, story.land);
        assertThat(page.text()).contains("取得土地使用权").contains("没有法定时限");
        assertThat(page.select("form[action$=decision] input[type=radio]").eachAttr("value"))
                .containsExactly("REJECTED");

        submit(task + "/pre-approval", story.land, "version", "1");

        assertThat(page(task, story.applicant).text()).contains("-PRE");
        assertThat(page(task + "?lang=en", story.land).text()).doesNotContain("??");
    }

    private MockHttpServletResponse send(
            String path, @Nullable String body, Actor by, @Nullable String ifMatch)
            throws Exception {
        var request =
                request(post(path), by).header("Idempotency-Key", UUID.randomUUID().toString());
        if (ifMatch != null) {
            request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return web.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse submit(String path, Actor by, String name, String value)
            throws Exception {
        return web.perform(request(post(path), by).param(name, value)).andReturn().getResponse();
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B request(
            B request, Actor by) {
        return request.header("X-Person", IntakeSite.known(by));
    }

    private JsonNode json(String path, Actor by) throws Exception {
        MockHttpServletResponse answer =
                web.perform(request(get(path), by)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
        return JSON.readTree(text(answer));
    }

    private Document page(String path, Actor by) throws Exception {
        MockHttpServletResponse answer =
                web.perform(request(get(path), by)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        Document page = Jsoup.parse(text(answer));
        assertThat(page.text()).doesNotContain("??");
        assertThat(page.select("[style], script:not([src])")).isEmpty();
        return page;
    }

    private static JsonNode problem(int status, String rule, MockHttpServletResponse answer)
            throws Exception {
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(status);
        JsonNode problem = JSON.readTree(text(answer));
        assertThat(problem.path("rule").asString()).isEqualTo(rule);
        return problem;
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
