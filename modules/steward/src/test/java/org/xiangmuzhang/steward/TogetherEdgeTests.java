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
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.xiangmuzhang.kernel.Actor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Joint sessions, books and batches over REST and on their pages. */
@SpringBootTest(classes = {StewardApplication.class, StewardSite.class})
@AutoConfigureMockMvc
class TogetherEdgeTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired MockMvc web;
    @Autowired ApplicationContext context;
    @Autowired StewardApplication.MovableClock clock;

    private Town town;
    private UUID project;

    @BeforeEach
    void begin() {
        town = new Town(context);
        project = town.project();
        town.entrust(project);
    }

    @Test
    void aSessionIsCalledByAProgramAnsweredAndJudgedOnItsPageAndGoesOnWithWhatIsOpen()
            throws Exception {
        JsonNode called =
                sent(
                        town.steward,
                        "/api/projects/sessions",
                        Map.of(
                                "project",
                                project,
                                "kind",
                                "SURVEY",
                                "departments",
                                List.of("NR", "EE"),
                                "place",
                                "项目现场"));
        String path = "/projects/sessions/" + called.get("id").asString();
        String time = onPage(called.get("times").get(0));
        for (Actor unit : List.of(town.unit, town.otherUnit)) {
            Document page = page(unit, "/console" + path);
            assertThat(page.select("input[name=suits]").eachAttr("value")).contains(time);
            form(unit, path + "/acts", page, "step", "ANSWER", "suits", time, "proposals", "");
        }
        assertThat(onPage(fetched(town.steward, "/api" + path))).isEqualTo(time);
        clock.forward(Duration.ofDays(10));
        try {
            Document judging = page(town.unit, "/console" + path);
            form(
                    town.unit,
                    path + "/acts",
                    judging,
                    "step",
                    "JUDGE",
                    "verdict",
                    "POINTS",
                    "points",
                    "边界不清\n\n标高不符",
                    "due",
                    "",
                    "text",
                    "");
            Document host = page(town.steward, "/console" + path);
            form(town.steward, path + "/acts", host, "step", "ABSENT", "department", "EE");
            form(
                    town.steward,
                    path + "/acts",
                    page(town.steward, "/console" + path),
                    "step",
                    "CONCLUDE",
                    "text",
                    "按意见整改");
            Document done = page(town.steward, "/console" + path);
            assertThat(done.text()).contains("缺席", "边界不清", "标高不符", "按意见整改");
            assertThat(done.text()).doesNotContain("??");
            assertThat(
                            page(town.applicant, "/console?lang=zh-CN")
                                    .select("a[href='/console" + path + "']"))
                    .isNotEmpty();
            String goesOn = done.expectFirst("a[href*='previous=']").attr("href");
            assertThat(page(town.steward, goesOn).select("input[name=previous]")).hasSize(1);
            JsonNode next =
                    sent(
                            town.steward,
                            "/api/projects/sessions",
                            Map.of("project", project, "previous", called.get("id").asString()));
            assertThat(next.get("units")).hasSize(1);
            JsonNode list =
                    fetched(town.applicant, "/api/projects/sessions?limit=1&project=" + project);
            assertThat(list.get("items")).hasSize(1);
            JsonNode rest =
                    fetched(
                            town.applicant,
                            "/api/projects/sessions?limit=1&project="
                                    + project
                                    + "&after="
                                    + list.get("next").asString());
            assertThat(rest.get("items").get(0).get("id")).isEqualTo(called.get("id"));
            assertThat(rest.get("next").isNull()).isTrue();
        } finally {
            clock.forward(Duration.ofDays(-10));
        }
        MockHttpServletResponse stale =
                answer(
                        town.steward,
                        post("/api" + path + "/acts")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("If-Match", "\"1\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"step\":\"CANCEL\",\"text\":\"改期\"}"));
        assertThat(stale.getStatus()).isEqualTo(412);
    }

    @Test
    void aBookIsFilledOnItsPageAndToldOverRest() throws Exception {
        Document form = page(town.steward, "/console/projects/books/new?project=" + project);
        assertThat(form.select("input[value=PKG-ONE-BOOK-5]")).isNotEmpty();
        town.as(town.steward);
        String opened =
                answer(
                                town.steward,
                                post("/console/projects/books")
                                        .param("project", project.toString())
                                        .param("bundle", "PKG-ONE-BOOK-5")
                                        .param("items", "EIA-TABLE", "SOILWATER-REPORT"))
                        .getRedirectedUrl();
        assertThat(opened).startsWith("/console/projects/books/");
        String path = String.valueOf(opened).substring("/console".length());
        assertThat(page(town.applicant, "/console?lang=zh-CN").select("a[href='" + opened + "']"))
                .isNotEmpty();
        Document page = page(town.steward, String.valueOf(opened));
        assertThat(page.select("option[value=SITE-AREA]")).isNotEmpty();
        assertThat(page.select("option[value=AGENT-PHONE]")).isEmpty();
        form(
                town.steward,
                path + "/entries",
                page,
                "work",
                "DATUM",
                "meaning",
                "SITE-AREA",
                "text",
                "66000");
        JsonNode book = fetched(town.applicant, "/api" + path);
        assertThat(book.get("chapters")).hasSize(2);
        assertThat(book.get("data").valueStream())
                .anyMatch(
                        it ->
                                it.get("meaning").asString().equals("SITE-AREA")
                                        && it.get("value").asString().equals("66000"));
        assertThat(page(town.applicant, "/console/projects/acts").text())
                .contains("代为补正")
                .doesNotContain("??");
        form(
                town.steward,
                path + "/entries",
                page(town.steward, String.valueOf(opened)),
                "work",
                "WITHDRAW",
                "text",
                "改为单独办理");
        assertThat(page(town.applicant, String.valueOf(opened)).text())
                .contains("已撤回", "改为单独办理")
                .doesNotContain("??");
        assertThat(page(town.applicant, "/console?lang=zh-CN").select("a[href='" + opened + "']"))
                .isEmpty();
        assertThat(page(town.leader, "/console/projects/books/savings").text())
                .doesNotContain("??");
        assertThat(page(town.applicant, "/console/projects/books?show=all&lang=en").text())
                .contains("One-book bundle");
    }

    private void form(Actor by, String path, Document page, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post("/console" + path)
                        .param(
                                "version",
                                page.expectFirst("form[action$='" + path + "'] [name=version]")
                                        .val());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse answer = answer(by, request);
        assertThat(answer.getStatus()).as(path + " " + answer.getContentAsString()).isEqualTo(302);
    }

    private JsonNode sent(Actor by, String path, Object body) throws Exception {
        MockHttpServletResponse answer =
                answer(
                        by,
                        post(path)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(JSON.writeValueAsBytes(body)));
        assertThat(answer.getStatus())
                .as(answer.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(201);
        return JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private JsonNode fetched(Actor by, String path) throws Exception {
        MockHttpServletResponse answer = answer(by, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private Document page(Actor by, String path) throws Exception {
        MockHttpServletResponse answer = answer(by, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse answer(Actor by, MockHttpServletRequestBuilder request)
            throws Exception {
        town.as(by);
        return web.perform(request).andReturn().getResponse();
    }

    /** A time as forms write it, without seconds that are none. */
    private static String onPage(JsonNode of) {
        return LocalDateTime.parse(of.get("at").asString()).toString();
    }
}
