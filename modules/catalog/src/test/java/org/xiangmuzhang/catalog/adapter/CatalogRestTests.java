package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xiangmuzhang.catalog.Csv;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.practices.Practice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@SpringBootTest(
        classes = CatalogApplication.class,
        properties = "spring.jackson.deserialization.fail-on-unknown-properties=true")
@AutoConfigureMockMvc
class CatalogRestTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ITEMS = "/api/catalog/items";

    private static final String FIRST = new UUID(0, 7).toString();
    private static final String SECOND = new UUID(0, 8).toString();

    private final MockMvc web;
    private final MovableClock clock;
    private final ProposingLocalWays proposing;
    private final JdbcClient jdbc;

    @Autowired
    CatalogRestTests(
            MockMvc web, MovableClock clock, ProposingLocalWays proposing, JdbcClient jdbc) {
        this.web = web;
        this.clock = clock;
        this.proposing = proposing;
        this.jdbc = jdbc;
    }

    @Test
    void listsItemsByStageAndDepartmentPageByPage() throws Exception {
        Set<String> codes = new HashSet<>();
        String query = ITEMS + "?stage=LAND_AND_PROJECT&department=NR&limit=3";
        String next = "";
        do {
            JsonNode page = json(get(query + (next.isEmpty() ? "" : "&after=" + next)));
            assertThat(page.path("items"))
                    .hasSizeBetween(1, 3)
                    .allSatisfy(
                            item -> {
                                assertThat(item.path("stage").asString())
                                        .isEqualTo("LAND_AND_PROJECT");
                                assertThat(item.path("department").asString()).isEqualTo("NR");
                                assertThat(codes.add(item.path("code").asString())).isTrue();
                            });
            next = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!next.isEmpty());

        assertThat(codes)
                .hasSize(json(get(query.replace("limit=3", "limit=200"))).path("items").size())
                .contains("SITE-PREEXAM", "LAND-GRANT");
    }

    @Test
    void findsItemsByPartOfTheirName() throws Exception {
        assertThat(codes(json(get(ITEMS).param("name", "选址意见")))).containsExactly("SITE-PREEXAM");
        assertThat(codes(json(get(ITEMS).param("name", "site opinion"))))
                .containsExactly("SITE-PREEXAM");
    }

    @Test
    void showsMaterialsPreconditionsAndLimitsOfAnItem() throws Exception {
        JsonNode item = json(get(ITEMS + "/CONSTRUCTION-PERMIT"));

        assertThat(item.at("/item/nameZh").asString()).contains("施工许可");
        assertThat(item.at("/item/nameEn").asString()).isNotBlank();
        assertThat(item.at("/item/statutory/unit").asString()).isEqualTo("CALENDAR_DAYS");
        assertThat(item.at("/item/statutory/days").asInt()).isEqualTo(7);
        assertThat(item.path("materials")).hasSizeGreaterThan(5);
        assertThat(item.path("preconditions"))
                .anySatisfy(
                        before -> {
                            assertThat(before.path("item").asString()).isEqualTo("ENG-PLAN-PERMIT");
                            assertThat(before.path("nameZh").asString()).contains("规划许可");
                            assertThat(before.path("kind").asString()).isEqualTo("LEGAL");
                        });
    }

    @Test
    void saysWhatATypeOfProjectNeedsByStage() throws Exception {
        JsonNode type = json(get("/api/catalog/project-types/PT-IND-MOCK?region=Z370403GX"));

        assertThat(type.path("region").asString()).isEqualTo("Z370403GX");
        assertThat(type.path("stages"))
                .extracting(stage -> stage.path("stage").asString())
                .containsExactly(
                        "LAND_AND_PROJECT",
                        "PLANNING_PERMIT",
                        "CONSTRUCTION_PERMIT",
                        "COMPLETION",
                        "CROSS_STAGE");
        assertThat(type.path("dependencies")).isNotEmpty();
        assertThat(json(get("/api/catalog/project-types")))
                .hasSameSizeAs(Csv.shipped("project_types").rows());
    }

    @Test
    void graphOfATypeHasEveryItemAndEveryEdgeBetweenThem() throws Exception {
        JsonNode type = json(get("/api/catalog/project-types/PT-IND-GENERAL"));
        Set<String> items = new HashSet<>();
        type.path("stages")
                .forEach(
                        stage ->
                                stage.path("items")
                                        .forEach(
                                                need ->
                                                        items.add(
                                                                need.at("/item/code").asString())));

        assertThat(items).hasSize(type.at("/type/items").asInt());
        assertThat(type.path("dependencies"))
                .isNotEmpty()
                .allSatisfy(
                        edge ->
                                assertThat(items)
                                        .contains(
                                                edge.path("from").asString(),
                                                edge.path("to").asString()));
    }

    @Test
    void showsPackagesDepartmentsRegionsAndTheCalendar() throws Exception {
        assertThat(json(get("/api/catalog/packages/PKG-FEAS-3IN1")).path("items")).hasSize(4);
        assertThat(json(get("/api/catalog/packages")).path("items"))
                .hasSameSizeAs(Csv.shipped("packages").rows());
        assertThat(json(get("/api/catalog/departments")))
                .hasSameSizeAs(Csv.shipped("departments").rows());
        assertThat(json(get("/api/catalog/regions"))).hasSameSizeAs(Csv.shipped("regions").rows());
        JsonNode year = json(get("/api/catalog/calendar/2027"));
        assertThat(year.path("published").asBoolean()).isFalse();
        assertThat(year.path("days")).hasSize(13);
        JsonNode counted = json(get("/api/catalog/working-days?from=2026-09-30&days=1"));
        assertThat(counted.path("date").asString()).isEqualTo("2026-10-08");
        assertThat(counted.path("provisional").asBoolean()).isFalse();
    }

    @Test
    void refusesWhatIsNotThereNamingTheRule() throws Exception {
        assertThat(rule(get(ITEMS + "/NOTHING"), 404)).isEqualTo("item-unknown");
        assertThat(rule(get(ITEMS + "/SITE-PREEXAM?version=99"), 404))
                .isEqualTo("item-version-unknown");
        assertThat(rule(get(ITEMS + "/SITE-PREEXAM?version=x"), 422))
                .isEqualTo("item-version-form");
        assertThat(rule(get(ITEMS + "?region=999999"), 422)).isEqualTo("region-unknown");
        assertThat(rule(get("/api/catalog/project-types/X"), 404))
                .isEqualTo("project-type-unknown");
        assertThat(rule(get("/api/catalog/packages/X"), 404)).isEqualTo("package-unknown");
        assertThat(rule(get("/api/catalog/calendar/1999"), 404)).isEqualTo("calendar-year-unknown");
        assertThat(rule(get("/api/catalog/working-days?from=2026-01-01&days=99999"), 422))
                .isEqualTo("days-bounds");
    }

    @Test
    void listsEveryFaultOfABadTable() throws Exception {
        String good = table("sources");
        MockHttpServletResponse refused =
                answer(imported("sources", good + ",odd,,,,\n").header("Accept-Language", "en"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(refused.getContentAsByteArray());
        int line = good.split("\n").length + 1;
        assertThat(problem.path("rule").asString()).isEqualTo("tables-refused");
        assertThat(problem.path("errors")).hasSize(3);
        assertThat(problem.at("/errors/0/table").asString()).isEqualTo("sources");
        assertThat(problem.at("/errors/0/line").asInt()).isEqualTo(line);
        assertThat(problem.at("/errors/0/column").asString()).isEqualTo("source_id");
        assertThat(problem.at("/errors/1/detail").asString()).contains("\"odd\" is not one of");
    }

    @Test
    void onlyEditorsImport() throws Exception {
        assertThat(rule(imported("sources", table("sources")).header("X-Role", "CLERK"), 403))
                .isEqualTo("role-may-not");
    }

    @Test
    void placeDoesAnItemInItsOwnWay() throws Exception {
        String item = ITEMS + "/ENT-APPROVAL";
        assertThat(answer(get(item + "/override?region=140521")).getHeader("ETag"))
                .isEqualTo("\"0\"");

        agreed(item + "/override", "region=140521", "\"values\":" + promise(1), "140500");

        JsonNode local = json(get(item + "?region=140521"));
        JsonNode elsewhere = json(get(item + "?region=140502"));
        assertThat(local.at("/item/promised/days").asInt()).isEqualTo(1);
        assertThat(local.at("/item/version").asString()).isEqualTo("1~140521.1");
        assertThat(local.at("/item/nameZh")).isEqualTo(elsewhere.at("/item/nameZh"));
        assertThat(elsewhere.at("/item/promised/days").asInt()).isEqualTo(2);
        assertThat(json(get("/api/catalog/conflicts?region=140500"))).isEmpty();
    }

    @Test
    void aSecondEditorDecidesAndTheFirstOnlyTakesBack() throws Exception {
        String way = ITEMS + "/EIA-REPORT/override";
        String here = "?region=140522";
        int shipped = json(get(ITEMS + "/EIA-REPORT" + here)).at("/item/promised/days").asInt();
        JsonNode waiting = proposed(way, "region=140522", "\"values\":" + promise(4), "140500");
        assertThat(waiting.at("/proposal/number").asInt()).isEqualTo(1);
        assertThat(waiting.path("fields").valueStream())
                .anySatisfy(
                        field -> {
                            assertThat(field.path("name").asString()).isEqualTo("promised_days");
                            assertThat(field.path("above").asInt()).isEqualTo(shipped);
                            assertThat(field.path("then").asInt()).isEqualTo(4);
                        });

        assertThat(rule(propose(way, "region=140522", "\"values\":" + promise(3), "140500"), 409))
                .isEqualTo("setting-proposed-already");
        assertThat(rule(decide(way, "region=140522", "APPROVED", FIRST, "\"1\""), 403))
                .isEqualTo("setting-second-person");
        assertThat(rule(decide(way, "region=140522", "WITHDRAWN", SECOND, "\"1\""), 403))
                .isEqualTo("setting-not-your-proposal");
        assertThat(rule(decide(way, "region=140522", "APPROVED", SECOND, "\"7\""), 412))
                .isEqualTo("version-stale");
        assertThat(json(get(ITEMS + "/EIA-REPORT" + here)).at("/item/promised/days").asInt())
                .isEqualTo(shipped);

        change(decide(way, "region=140522", "REJECTED", SECOND, "\"1\""));
        assertThat(rule(decide(way, "region=140522", "APPROVED", SECOND, "\"0\""), 409))
                .isEqualTo("setting-decided-already");
        agreed(way, "region=140522", "\"values\":" + promise(4), "140500");
        assertThat(json(get(ITEMS + "/EIA-REPORT" + here)).at("/item/promised/days").asInt())
                .isEqualTo(4);
    }

    @Test
    void theDatabaseItselfRefusesWhoApprovesItsOwnProposal() throws Exception {
        String way = ITEMS + "/ENT-FILING/override";
        proposed(way, "region=140522", "\"values\":{\"commitment\":false}", "140500");

        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                """
                                                update settings.version
                                                   set state = 'APPROVED', decided_by = proposed_by
                                                 where name = 'catalog.items/ENT-FILING'
                                                """)
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        change(decide(way, "region=140522", "WITHDRAWN", FIRST, "\"1\""));
    }

    @Test
    void whatIsApprovedForLaterHoldsFromItsFirstDayToItsLast() throws Exception {
        String way = "/api/catalog/tables/project_types/override";
        String query = "key=PT-IND-STDLAND&region=140522";
        LocalDate first = today().plusDays(3);
        String days =
                "\"fields\":{\"total_target_days\":\"8\"},\"from\":\"%s\",\"until\":\"%s\""
                        .formatted(first, first.plusDays(1));
        answer(propose(way, query, days, "140500"));
        change(decide(way, query, "APPROVED", SECOND, "\"1\""));
        assertThat(targetDays()).isEqualTo(10);
        assertThat(proposing.settleDue()).isZero();

        clock.forward(Duration.ofDays(3));
        proposing.settleDue();
        assertThat(targetDays()).isEqualTo(8);

        clock.forward(Duration.ofDays(1));
        proposing.settleDue();
        assertThat(targetDays()).isEqualTo(8);

        clock.forward(Duration.ofDays(1));
        assertThat(proposing.settleDue()).isEqualTo(1);
        assertThat(targetDays()).isEqualTo(10);
        assertThat(proposing.settleDue()).isZero();
    }

    @Test
    void everythingThatIsDueHoldsAtOnceAndWhatCannotHoldHoldsUpNothing() throws Exception {
        List<String> items = codes(json(get(ITEMS + "?limit=31")));
        LocalDate first = today().plusDays(2);
        for (String item : items) {
            agreed(
                    ITEMS + "/" + item + "/override",
                    "region=140524",
                    "\"values\":{\"commitment\":false},\"from\":\"%s\"".formatted(first),
                    "140500");
        }
        jdbc.sql(
                        """
                        update settings.version set content = '{"commitment": "soon"}'
                         where name = ? and region = '140524'
                        """)
                .param("catalog.items/" + items.getFirst())
                .update();
        clock.forward(Duration.ofDays(2));

        assertThat(proposing.settleDue()).isEqualTo(items.size() - 1);

        assertThat(
                        jdbc.sql("select key from catalog.local_way_due where region = '140524'")
                                .query(String.class)
                                .list())
                .containsExactly(items.getFirst());
        jdbc.sql("delete from catalog.local_way_due where region = '140524'").update();
    }

    @Test
    void whatIsProposedForAPlaceIsReadWhereItIsReached() throws Exception {
        String way = ITEMS + "/SITE-PREEXAM/override";
        String proposal = way + "/proposal?region=140525";
        proposed(way, "region=140525", "\"values\":" + promise(3), "140500");
        for (String role : List.of("SUPERVISOR", "CATALOG_EDITOR", "AUDITOR", "ADMINISTRATOR")) {
            for (Map.Entry<String, Boolean> reader :
                    Map.of("140525", true, "140500", true, "140522", false, "370403", false)
                            .entrySet()) {
                boolean reads = reader.getValue();
                assertThat(
                                json(as(get(proposal), role, reader.getKey()))
                                        .at("/proposal/number")
                                        .isNumber())
                        .as("%s at %s", role, reader.getKey())
                        .isEqualTo(reads);
                String row = "/console/catalog/tables/items/row?key=SITE-PREEXAM&region=140525";
                String page = answer(as(get(row), role, reader.getKey())).getContentAsString();
                assertThat(page.contains("本地更快"))
                        .as("%s at %s", role, reader.getKey())
                        .isEqualTo(reads);
                String all =
                        answer(
                                        as(
                                                get("/console/catalog/tables?region=140525"),
                                                role,
                                                reader.getKey()))
                                .getContentAsString();
                assertThat(all.contains("items/row?key=SITE-PREEXAM"))
                        .as("%s at %s", role, reader.getKey())
                        .isEqualTo(reads);
            }
        }
        change(decide(way, "region=140525", "WITHDRAWN", FIRST, "\"1\""));
    }

    private static AbstractMockHttpServletRequestBuilder<?> as(
            AbstractMockHttpServletRequestBuilder<?> request, String role, String region) {
        return request.header("X-Role", role).header("X-Region", region);
    }

    private int targetDays() throws Exception {
        return json(get("/api/catalog/project-types/PT-IND-STDLAND?region=140522"))
                .at("/type/targetDays")
                .asInt();
    }

    @Test
    @Practice("PR-074")
    void fourLevelsShareNameCodeAndKindAndAPlaceSetsLocalValuesOnly() throws Exception {
        String item = ITEMS + "/EIA-TABLE";
        String way = item + "/override";
        for (String name : List.of("nameZh", "nameEn", "code", "kind", "stage")) {
            String values = "\"values\":{\"%s\":\"X\"}".formatted(name);
            assertThat(rule(propose(way, "region=140522", values, "140500"), 422))
                    .isEqualTo("unknown-field");
        }
        agreed(way, "region=140000", "\"values\":" + promise(9), "140000");
        agreed(way, "region=140500", "\"values\":" + promise(8), "140500");
        agreed(way, "region=140522", "\"values\":{\"department\":\"ASB\"}", "140500");

        List<JsonNode> levels = new ArrayList<>();
        for (String region : List.of("000000", "140000", "140500", "140522")) {
            levels.add(json(get(item + "?region=" + region)).path("item"));
        }
        assertThat(levels)
                .allSatisfy(
                        level -> {
                            for (String same : List.of("code", "nameZh", "nameEn", "kind")) {
                                assertThat(level.path(same))
                                        .isEqualTo(levels.getFirst().path(same));
                            }
                        });
        assertThat(levels)
                .extracting(level -> level.at("/promised/days").asInt())
                .endsWith(9, 8, 8);
        assertThat(levels.getLast().path("department").asString()).isEqualTo("ASB");
        assertThat(levels.getLast().path("version").asString())
                .isEqualTo("1~140000.1~140500.1~140522.1");
    }

    @Test
    void placeHasARowOfATableInItsOwnWay() throws Exception {
        String table = "/api/catalog/tables/project_types";
        String way = table + "/override";
        String query = "key=PT-GOV-ROAD&region=140502";
        assertThat(answer(get(way + "?" + query)).getHeader("ETag")).isEqualTo("\"0\"");

        agreed(way, query, "\"fields\":{\"total_target_days\":\"71\"}", "140500");

        assertThat(
                        json(get("/api/catalog/project-types/PT-GOV-ROAD?region=140502"))
                                .at("/type/targetDays")
                                .asInt())
                .isEqualTo(71);
        JsonNode local = json(get(table + "?region=140502"));
        assertThat(local.path("version").asString()).startsWith("1~140502.");
        assertThat(json(get(table + "?version=" + local.path("version").asString())).path("rows"))
                .hasSameSizeAs(local.path("rows"));
        MockHttpServletResponse faulty =
                answer(propose(way, query, "\"fields\":{\"land_supply\":\"GIFT\"}", "140500"));
        assertThat(faulty.getStatus()).isEqualTo(422);
        JsonNode fault = JSON.readTree(faulty.getContentAsByteArray()).path("errors").get(0);
        assertThat(fault.path("column").asString()).isEqualTo("land_supply");
        assertThat(fault.path("detail").asString()).contains("GIFT");
    }

    private void change(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse changed = answer(request);
        assertThat(changed.getStatus()).as(changed.getContentAsString()).isEqualTo(200);
    }

    private static String promise(int days) {
        return "{\"promised\":{\"days\":%d,\"unit\":\"WORKING_DAYS\"}}".formatted(days);
    }

    /** Proposed by one editor and approved by another. */
    private void agreed(String way, String query, String values, String post) throws Exception {
        JsonNode waiting = proposed(way, query, values, post);
        String number = waiting.at("/proposal/number").asString();
        change(decide(way, query, "APPROVED", SECOND, "\"" + number + "\"").with(region(post)));
    }

    private JsonNode proposed(String way, String query, String values, String post)
            throws Exception {
        MockHttpServletResponse answer = answer(propose(way, query, values, post));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private AbstractMockHttpServletRequestBuilder<?> propose(
            String way, String query, String values, String post) {
        String from = values.contains("\"from\"") ? "" : ",\"from\":\"" + today() + "\"";
        return post(way + "/proposals?" + query)
                .content("{" + values + from + ",\"reason\":\"本地更快\"}")
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Person", FIRST)
                .header("X-Role", "CATALOG_EDITOR")
                .header("X-Region", post);
    }

    private static AbstractMockHttpServletRequestBuilder<?> decide(
            String way, String query, String outcome, String person, String ifMatch) {
        return post(way + "/proposal/decision?" + query)
                .content("{\"outcome\":\"%s\",\"reason\":\"复核\"}".formatted(outcome))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", ifMatch)
                .header("X-Person", person)
                .header("X-Role", "CATALOG_EDITOR")
                .header("X-Region", "140500");
    }

    private static RequestPostProcessor region(String code) {
        return request -> {
            request.removeHeader("X-Region");
            request.addHeader("X-Region", code);
            return request;
        };
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    private static AbstractMockHttpServletRequestBuilder<?> imported(String table, String csv) {
        return post("/api/catalog/imports/" + table + "?reason=x")
                .content(csv.getBytes(StandardCharsets.UTF_8))
                .contentType("text/csv")
                .header("X-Region", "000000")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .with(
                        request -> {
                            if (request.getHeader("X-Role") == null) {
                                request.addHeader("X-Role", "CATALOG_EDITOR");
                            }
                            return request;
                        });
    }

    private static String table(String name) throws Exception {
        return new ClassPathResource("org/xiangmuzhang/catalog/template/" + name + ".csv")
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<String> codes(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("code").asString()).toList();
    }

    private String rule(AbstractMockHttpServletRequestBuilder<?> request, int status)
            throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(status);
        JsonNode problem = JSON.readTree(answer.getContentAsByteArray());
        String rule = problem.path("rule").asString();
        assertThat(problem.path("detail").asString()).isNotBlank().isNotEqualTo("problem." + rule);
        return rule;
    }

    private JsonNode json(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return web.perform(request).andReturn().getResponse();
    }
}
