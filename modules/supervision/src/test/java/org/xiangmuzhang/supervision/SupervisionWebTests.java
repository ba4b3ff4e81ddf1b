package org.xiangmuzhang.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.xiangmuzhang.supervision.domain.Autumn.day;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.supervision.SmallIntake.Case;
import org.xiangmuzhang.supervision.application.TurningLights;
import org.xiangmuzhang.supervision.domain.Autumn;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

@SpringBootTest(classes = SupervisionApplication.class)
@AutoConfigureMockMvc
class SupervisionWebTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired MockMvc web;
    @Autowired SmallIntake intake;
    @Autowired SmallCatalog catalog;
    @Autowired SettableClock clock;
    @Autowired LogReader log;
    @Autowired TurningLights lights;

    @BeforeEach
    void atTheBeginning() {
        catalog.publish(Autumn.CALENDAR);
        clock.set(day("11-02"));
    }

    @Test
    void answersLedgersOfItemsAndProjects() throws Exception {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-03"), 20, 10);
        intake.decide(item, day("11-06"));
        awaitConsumers();
        clock.set(day("11-09"));

        JsonNode task = json(call(get("/api/supervision/tasks/" + item.task() + "/ledger")));
        assertThat(task.get("elapsed").asInt()).isEqualTo(4);
        assertThat(task.findValuesAsString("kind")).contains("HALL", "DEPARTMENT");
        JsonNode project =
                json(call(get("/api/supervision/projects/" + item.project() + "/ledger")));
        assertThat(project.get("administrative").asInt()).isEqualTo(3);
        assertThat(
                        call(get("/api/supervision/tasks/" + item.task() + "/ledger")
                                        .header("X-Role", "INTERMEDIARY"))
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void warnsOnPageAndInterface() throws Exception {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-02"), 20, 1);
        awaitConsumers();
        clock.set(day("11-09"));
        lights.sweep();

        JsonNode alerts = json(call(get("/api/supervision/alerts").param("light", "RED")));
        assertThat(alerts.findValuesAsString("task")).contains(item.task().toString());
        assertThat(call(get("/api/supervision/alerts").header("X-Role", "APPLICANT")).getStatus())
                .isEqualTo(403);
        Document page = page(get("/console/supervision/warnings"));
        assertThat(page.select("main").text()).contains("超期", "锂电池项目", "5 / 1 个工作日");
        page(get("/console/supervision/warnings?light=RED&lang=en"));
        page(get("/console/supervision/warnings?lang=zh-CN").header("X-Role", "APPROVER"));
        intake.decide(item, day("11-09"));
        awaitConsumers();
    }

    @Test
    void takesARatingOverTheInterfaceAndOnThePage() throws Exception {
        Case first = intake.submit(day("11-02"), "FORMAL");
        String body = "{\"application\": \"%s\", \"score\": 4}".formatted(first.application());
        MockHttpServletResponse early = rate(body, "APPLICANT");
        assertThat(early.getStatus()).isEqualTo(409);
        assertThat(json(early).get("rule").asString()).isEqualTo("not-delivered-yet");
        intake.deliver(first, day("11-03"));
        assertThat(rate(body, "STEWARD").getStatus()).isEqualTo(403);
        assertThat(rate(body.replace("4", "9"), "APPLICANT").getStatus()).isEqualTo(422);
        assertThat(rate("{\"score\": 4}", "APPLICANT").getStatus()).isEqualTo(422);
        assertThat(rate(body, "APPLICANT").getStatus()).isEqualTo(201);
        assertThat(json(rate(body, "APPLICANT")).get("rule").asString()).isEqualTo("already-rated");

        Case second = intake.submit(day("11-02"), "FORMAL");
        intake.deliver(second, day("11-03"));
        MockHttpServletResponse rated =
                call(
                        post("/console/supervision/ratings")
                                .header("X-Role", "APPLICANT")
                                .param("application", second.application().toString())
                                .param("score", "1")
                                .param("remark", "跑了三趟"));
        String own = Objects.requireNonNull(rated.getRedirectedUrl());
        assertThat(own).isEqualTo("/console/supervision/ratings/" + second.application());
        assertThat(page(get(own).header("X-Role", "APPLICANT")).select("main").text())
                .contains("非常不满意", "跑了三趟");
        assertThat(page(get("/console/supervision/ratings")).select("main").text())
                .contains("满意", "非常不满意", "需回访", "跑了三趟");
        awaitConsumers();
    }

    @Test
    void fillsThePlacesOnOthersPages() throws Exception {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-02"), 20, 1);
        awaitConsumers();
        clock.set(day("11-09"));
        lights.sweep();

        assertThat(place("steward.project", "project", item.project(), "SUPERVISOR"))
                .contains("时间台账", "PROJECT-APPROVAL", "NDRC 5");
        assertThat(place("intake.task", "task", item.task(), "APPROVER")).contains("超期", "承诺");
        assertThat(place("intake.application", "application", item.application(), "APPLICANT"))
                .contains("超期")
                .doesNotContain("请评价");
        intake.decide(item, day("11-09"));
        intake.deliver(item, day("11-09"));
        awaitConsumers();
        assertThat(place("intake.application", "application", item.application(), "APPLICANT"))
                .contains("请评价", "非常满意")
                .doesNotContain("超期");
        assertThat(place("intake.application", "application", item.application(), "STEWARD"))
                .doesNotContain("请评价");
    }

    private String place(String name, String key, UUID id, String role) throws Exception {
        return page(get("/small/place")
                        .param("name", name)
                        .param("key", key)
                        .param("id", id.toString())
                        .header("X-Role", role))
                .text();
    }

    private MockHttpServletResponse rate(String body, String role) throws Exception {
        return call(
                post("/api/supervision/ratings")
                        .header("Idempotency-Key", UUID.randomUUID())
                        .header("X-Role", role)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = call(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        Document page = Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.text()).doesNotContain("??").doesNotContain("supervision.");
        return page;
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private void awaitConsumers() {
        Await.settled(log);
    }
}
