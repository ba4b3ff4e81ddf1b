package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.xiangmuzhang.catalog.TestCatalog;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Whole tables of the template hold once a second editor has seen what they would do. */
@SpringBootTest(
        classes = CatalogApplication.class,
        properties = "spring.application.name=table-imports")
@AutoConfigureMockMvc
class TableImportsWebTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String IMPORTS = "/api/catalog/imports";
    private static final String FIRST = new UUID(0, 7).toString();
    private static final String SECOND = new UUID(0, 8).toString();

    private final MockMvc web;
    private final Catalog catalog;

    @Autowired
    TableImportsWebTests(MockMvc web, Catalog catalog) {
        this.web = web;
        this.catalog = catalog;
    }

    /** Nothing waits when the next test begins. */
    @AfterEach
    void withdraw() throws Exception {
        answer(decide("WITHDRAWN", "*"), FIRST);
    }

    @Test
    void aTableHoldsOnceASecondEditorHasSeenWhatItDoes() throws Exception {
        String table = shipped("departments");
        String next = table.replace("NR,自然资源主管部门", "NR,自然资源和规划部门") + "TRIAL,试设部门,On trial,\n";
        MockHttpServletResponse proposed = answer(propose("departments", next), FIRST);
        assertThat(proposed.getStatus()).as(proposed.getContentAsString()).isEqualTo(201);
        JsonNode effect = JSON.readTree(proposed.getContentAsByteArray()).at("/tables/0");
        assertThat(effect.path("added").asInt()).isEqualTo(1);
        assertThat(effect.path("changed").asInt()).isEqualTo(1);
        assertThat(effect.path("removed").asInt()).isZero();
        assertThat(effect.at("/changes/0/key").asString()).isEqualTo("NR");
        assertThat(effect.at("/changes/0/columns/0").asString()).isEqualTo("name_zh");
        assertThat(catalog.departmentName("TRIAL")).isEqualTo("TRIAL");
        assertThat(rule(propose("departments", next), SECOND, 409))
                .isEqualTo("setting-proposed-already");
        Document page = page(SECOND);
        assertThat(page.text()).contains("新增 1，变更 1，删除 0").doesNotContain("??");
        assertThat(page.select("button[value=APPROVED]")).hasSize(1);
        assertThat(page(FIRST).select("button[value=APPROVED]")).isEmpty();

        String tag = Objects.requireNonNull(proposed.getHeader("ETag"));
        assertThat(rule(decide("APPROVED", tag), FIRST, 403)).isEqualTo("setting-second-person");
        assertThat(rule(decide("APPROVED", "\"99\""), SECOND, 412)).isEqualTo("version-stale");
        assertThat(answer(decide("APPROVED", tag), SECOND).getStatus()).isEqualTo(204);

        assertThat(catalog.departmentName("TRIAL")).isEqualTo("试设部门");
        assertThat(catalog.departmentName("NR")).isEqualTo("自然资源和规划部门");
        assertThat(rule(get(IMPORTS + "/proposal"), SECOND, 404))
                .isEqualTo("tables-nothing-proposed");
        assertThat(rule(propose("departments", next), FIRST, 422)).isEqualTo("tables-unchanged");
    }

    @Test
    void showsWhichItemsChangeAndWhichPlacesMustDecideAgain() throws Exception {
        override();
        String changed = shipped("items").replace("SITE-PREEXAM,建设项目用地预审", "SITE-PREEXAM,新的用地预审");
        MockHttpServletResponse proposed =
                answer(
                        multipart(IMPORTS)
                                .file(
                                        new MockMultipartFile(
                                                "items", changed.getBytes(StandardCharsets.UTF_8)))
                                .param("reason", "改名"),
                        FIRST);
        assertThat(proposed.getStatus()).as(proposed.getContentAsString()).isEqualTo(201);
        JsonNode effect = JSON.readTree(proposed.getContentAsByteArray());

        assertThat(effect.path("items").valueStream().map(JsonNode::asString))
                .contains("SITE-PREEXAM");
        assertThat(effect.path("conflicts"))
                .singleElement()
                .satisfies(
                        conflict -> {
                            assertThat(conflict.path("region").asString()).isEqualTo("140581");
                            assertThat(conflict.path("code").asString()).isEqualTo("SITE-PREEXAM");
                        });
        assertThat(page(SECOND).text()).contains("须重新决定").contains("高平市");
        assertThat(answer(decide("REJECTED", "*"), SECOND).getStatus()).isEqualTo(204);
        assertThat(catalog.item(new Region("140500"), "SITE-PREEXAM"))
                .get()
                .satisfies(item -> assertThat(item.version()).isEqualTo("1"));
    }

    @Test
    void whatChangedMeanwhileIsNotOverwritten() throws Exception {
        String days = shipped("workdays");
        assertThat(answer(propose("workdays", without(days, "2024-01-01")), FIRST).getStatus())
                .isEqualTo(201);
        arrange();

        assertThat(rule(decide("APPROVED", "*"), SECOND, 409))
                .isEqualTo("catalog-changed-meanwhile");
    }

    @Test
    void refusesTablesWithFaultsOtherPlacesAndOthersThanEditorsOfTheTemplate() throws Exception {
        String bad = shipped("departments") + "nr,小写,small,\n";
        assertThat(rule(propose("departments", bad), FIRST, 422)).isEqualTo("tables-refused");
        String materials =
                shipped("item_materials").replaceFirst("(MAT-001,.*,BUSINESS-REG,)yes", "$1no");
        JsonNode again = json(propose("item_materials", materials), FIRST, 422);
        assertThat(again.at("/errors/0/rule").asString()).isEqualTo("material-asked-again");
        JsonNode excluded =
                json(
                        propose(
                                "items",
                                shipped("items")
                                        .replaceFirst(
                                                "(?m)^(NATSEC-PERMIT,.*),no,no,no,",
                                                "$1,yes,no,no,")),
                        FIRST,
                        422);
        assertThat(excluded.at("/errors/0/rule").asString()).isEqualTo("commitment-excluded");
        assertThat(excluded.at("/errors/0/detail").asString()).contains("国办发〔2020〕42号");
        assertThat(
                        rule(
                                post(IMPORTS + "/nothing?reason=x")
                                        .contentType("text/csv")
                                        .content("a"),
                                FIRST,
                                404))
                .isEqualTo("table-unknown");
        assertThat(
                        rule(
                                propose("departments", shipped("departments"))
                                        .param("region", "140500"),
                                FIRST,
                                422))
                .isEqualTo("import-template-only");
        assertThat(
                        rule(
                                propose("departments", shipped("departments"))
                                        .header("X-Role", "CATALOG_EDITOR")
                                        .header("X-Region", "140500"),
                                FIRST,
                                403))
                .isEqualTo("not-your-place");
    }

    /** Another place does the item in its own way. */
    private void override() throws Exception {
        String path = "/api/catalog/items/SITE-PREEXAM/override/proposal";
        json(
                post(path + "s?region=140581")
                        .contentType("application/json")
                        .content(
                                """
                                {"values": {"promised": {"days": 4, "unit": "WORKING_DAYS"}},
                                 "from": "%s", "reason": "试"}
                                """
                                        .formatted(LocalDate.now(WorkingDays.ZONE))),
                FIRST,
                201);
        json(
                post(path + "/decision?region=140581")
                        .contentType("application/json")
                        .header("If-Match", "*")
                        .content("{\"outcome\": \"APPROVED\", \"reason\": \"同意\"}"),
                SECOND,
                200);
    }

    /** A year of the calendar becomes official. */
    private void arrange() throws Exception {
        String year = "/api/catalog/calendar/2028";
        json(
                post(year + "/proposals")
                        .contentType("application/json")
                        .content(
                                """
                                {"arrangement": {"official": true, "notice": "国办通知", "days": [
                                 {"date": "2028-01-01", "kind": "HOLIDAY", "festivalZh": "元旦",
                                  "festivalEn": "New Year"}]}, "reason": "公布"}
                                """),
                FIRST,
                201);
        assertThat(
                        answer(
                                        post(year + "/proposal/decision")
                                                .contentType("application/json")
                                                .header("If-Match", "*")
                                                .content(
                                                        "{\"outcome\": \"APPROVED\", \"reason\":"
                                                                + " \"同意\"}"),
                                        SECOND)
                                .getStatus())
                .isEqualTo(204);
    }

    private static String without(String table, String line) {
        return table.replaceFirst("(?m)^" + line + ".*\r?\n", "");
    }

    private static String shipped(String table) {
        return new String(
                Objects.requireNonNull(TestCatalog.shippedTables().get(table)),
                StandardCharsets.UTF_8);
    }

    private static AbstractMockHttpServletRequestBuilder<?> propose(String table, String csv) {
        return post(IMPORTS + "/" + table)
                .param("reason", "换表")
                .contentType("text/csv")
                .content(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static AbstractMockHttpServletRequestBuilder<?> decide(String outcome, String tag) {
        return post(IMPORTS + "/proposal/decision")
                .contentType("application/json")
                .header("If-Match", tag)
                .content("{\"outcome\": \"%s\", \"reason\": \"复核\"}".formatted(outcome));
    }

    private Document page(String person) throws Exception {
        MockHttpServletResponse answer = answer(get("/console/catalog/imports"), person);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private String rule(AbstractMockHttpServletRequestBuilder<?> request, String person, int status)
            throws Exception {
        return json(request, person, status).path("rule").asString();
    }

    private JsonNode json(
            AbstractMockHttpServletRequestBuilder<?> request, String person, int status)
            throws Exception {
        MockHttpServletResponse answer = answer(request, person);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private MockHttpServletResponse answer(
            AbstractMockHttpServletRequestBuilder<?> request, String person) throws Exception {
        MockHttpServletResponse answer =
                web.perform(
                                request.header("Idempotency-Key", UUID.randomUUID().toString())
                                        .header("X-Person", person)
                                        .with(
                                                sent -> {
                                                    if (sent.getHeader("X-Role") == null) {
                                                        sent.addHeader("X-Role", "CATALOG_EDITOR");
                                                        sent.addHeader("X-Region", "000000");
                                                    }
                                                    return sent;
                                                }))
                        .andReturn()
                        .getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }
}
