package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.xiangmuzhang.catalog.TestCatalog;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A place's own list over REST: drafted by one, published by another, never edited after. */
@SpringBootTest(
        classes = CatalogApplication.class,
        properties = "spring.jackson.deserialization.fail-on-unknown-properties=true")
@AutoConfigureMockMvc
class OwnItemsRestTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OWN = "/api/catalog/own-items";
    private static final Region PLACE = new Region("140524");
    private static final String FIRST = new UUID(0, 7).toString();
    private static final String SECOND = new UUID(0, 8).toString();

    private final MockMvc web;
    private final MovableClock clock;
    private final Catalog catalog;
    private final JdbcClient jdbc;

    @Autowired
    OwnItemsRestTests(MockMvc web, MovableClock clock, Catalog catalog, JdbcClient jdbc) {
        this.web = web;
        this.clock = clock;
        this.catalog = catalog;
        this.jdbc = jdbc;
    }

    @Test
    void publishesABusinessItemBelowATemplateItemByTwoPeople() throws Exception {
        String code = code("BIZ-A", 33);
        JsonNode drafted = json(draft(code, business(), 0));
        assertThat(drafted.path("state").asString()).isEqualTo("DRAFTED");
        assertThat(drafted.path("faults")).isEmpty();
        assertThat(catalog.item(PLACE, code)).isEmpty();

        json(review(code, 1), 201);
        assertThat(rule(decide(code, "APPROVED", 2, FIRST), 403))
                .isEqualTo("setting-second-person");
        JsonNode published = json(decide(code, "APPROVED", 2, SECOND));

        assertThat(published.path("state").asString()).isEqualTo("PUBLISHED");
        Item item = catalog.item(PLACE, code).orElseThrow();
        Item above = catalog.item(PLACE, "SITE-PREEXAM").orElseThrow();
        assertThat(item.kind()).isEqualTo(above.kind());
        assertThat(item.stage()).isEqualTo(above.stage());
        assertThat(item.statutory()).isEqualTo(above.statutory());
        assertThat(item.version()).matches("0~140524\\.\\d+");
        assertThat(item.materials())
                .singleElement()
                .satisfies(material -> assertThat(material.id()).isEqualTo(code + "-M01"));
        assertThat(published.at("/holding/template").asString()).isEqualTo("SITE-PREEXAM");
        assertThat(catalog.item(new Region("140500"), code)).isEmpty();
        assertThat(
                        json(get("/api/catalog/items/" + code + "?region=140524"))
                                .at("/item/nameZh")
                                .asString())
                .isEqualTo("用地预审（线性工程）");
    }

    @Test
    void anItemOfACityHoldsInItsCounties() throws Exception {
        String code = code("CITY", 12);
        publish(code, main(), new Region("140500"));

        assertThat(catalog.item(PLACE, code)).isPresent();
        assertThat(catalog.item(new Region("370400"), code)).isEmpty();
    }

    @Test
    void isDrawnWithWhatComesBeforeItAndWhatWaitsForItInTheList() throws Exception {
        String first = code("GRAPH-A", 12);
        String later = code("GRAPH-B", 12);
        publish(first, main());
        Map<String, Object> waiting = main();
        fields(waiting).put("before", first + "/MATERIAL/DEFER;SITE-PREEXAM");
        publish(later, waiting);

        JsonNode near = json(get("/api/catalog/items/" + first + "/graph?region=140524"));
        JsonNode from = json(get("/api/catalog/items/SITE-PREEXAM/graph?region=140524"));

        assertThat(near.path("items"))
                .extracting(item -> item.path("code").asString())
                .containsExactlyInAnyOrder(first, later);
        assertThat(near.path("links"))
                .singleElement()
                .satisfies(
                        link -> {
                            assertThat(link.path("from").asString()).isEqualTo(first);
                            assertThat(link.path("to").asString()).isEqualTo(later);
                            assertThat(link.path("kind").asString()).isEqualTo("MATERIAL");
                            assertThat(link.path("relaxableBy").asString()).isEqualTo("DEFER");
                        });
        assertThat(from.path("links"))
                .anySatisfy(
                        link -> {
                            assertThat(link.path("to").asString()).isEqualTo(later);
                            assertThat(link.path("kind").asString()).isEqualTo("LEGAL");
                            assertThat(link.path("relaxableBy").asString()).isEqualTo("NONE");
                        });
    }

    @Test
    void readsAChangeLikeALogInBothLanguagesAndKeepsTheOldVersion() throws Exception {
        String code = code("LOG", 12);
        publish(code, main());
        Item before = catalog.item(PLACE, code).orElseThrow();
        Map<String, Object> next = main();
        fields(next).put("promised_days", "7");
        materials(next).set(0, material("01", "申请书", "COPY", null));
        materials(next).add(material("02", "身份证明", "COPY", "《条例》第八条"));
        JsonNode drafted = json(draft(code, next, 0));

        assertThat(sentences(drafted.path("changes")))
                .containsExactly(
                        "承诺时限 10 → 7 个工作日", "材料“申请书”：材料形式 电子件 → 复印件", "新增材料：身份证明（依据：《条例》第八条）");
        publishDrafted(code, PLACE, 1, today());
        Item after = catalog.item(PLACE, code).orElseThrow();
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(catalog.itemInVersion(PLACE, code, before.version())).contains(before);

        JsonNode english =
                json(
                        get(OWN + "/" + code + "/changes?region=140524")
                                .param("from", before.version())
                                .param("to", after.version())
                                .header("Accept-Language", "en"));
        assertThat(sentences(english).getFirst()).isEqualTo("Promised limit 10 → 7 working days");
        JsonNode back =
                json(
                        get(OWN + "/" + code + "/changes?region=140524")
                                .param("from", after.version())
                                .param("to", before.version()));
        assertThat(sentences(back)).contains("不再要求材料：身份证明（依据：《条例》第八条）");
        JsonNode item = json(get(OWN + "/" + code + "?region=140524"));
        assertThat(item.path("versions")).hasSize(2);
    }

    @Test
    void theDatabaseKeepsWhatIsPublishedFromEveryone() throws Exception {
        String code = code("KEPT", 12);
        publish(code, main());

        for (String change :
                List.of(
                        "update catalog.own_item set name_zh = '改' where code = '%s'",
                        "delete from catalog.own_item where code = '%s'",
                        """
                        update catalog.item_publication set number = null, published_at = null
                         where id = (select publication from catalog.own_item where code = '%s')
                        """,
                        """
                        insert into catalog.own_item select region, code || '-X', publication,
                               level, parent, template, department, name_zh, until_day, withdrawn,
                               waits_for, content, digest
                          from catalog.own_item where code = '%s'
                        """)) {
            assertThatThrownBy(() -> jdbc.sql(change.formatted(code)).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed");
        }
        assertThat(catalog.item(PLACE, code)).isPresent();
    }

    @Test
    void holdsFromItsFirstDayToItsLastAndTheOlderVersionUntilThen() throws Exception {
        String code = code("DAYS", 12);
        publish(code, main());
        Map<String, Object> next = main();
        fields(next).put("promised_days", "3");
        fields(next).put("valid_until", today().plusDays(9).toString());
        json(draft(code, next, 0));
        json(
                post(OWN + "/" + code + "/draft/review?region=140524")
                        .contentType("application/json")
                        .header("If-Match", "\"1\"")
                        .content(
                                body(
                                        Map.of(
                                                "from",
                                                today().plusDays(5).toString(),
                                                "reason",
                                                "试"))),
                201);
        json(decide(code, "APPROVED", 2, SECOND));

        assertThat(catalog.item(PLACE, code).orElseThrow().promised().days()).isEqualTo(10);
        clock.forward(Duration.ofDays(5));
        assertThat(catalog.item(PLACE, code).orElseThrow().promised().days()).isEqualTo(3);
        clock.forward(Duration.ofDays(5));
        assertThat(catalog.item(PLACE, code)).isEmpty();
        assertThat(json(get(OWN + "/" + code + "?region=140524")).path("state").asString())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void twoEditorsOnOneDraftLearnWhoHoldsIt() throws Exception {
        String code = code("TWO", 12);
        json(draft(code, main(), 0));
        json(draft(code, main(), 1, SECOND));

        JsonNode late = problem(draft(code, main(), 1, FIRST), 412);
        assertThat(late.path("rule").asString()).isEqualTo("draft-changed");
        assertThat(late.path("detail").asString()).contains("第 2 稿").doesNotContain(SECOND);
        assertThat(rule(draft(code, main(), 0, FIRST), 412)).isEqualTo("draft-changed");
        assertThat(
                        rule(
                                editing(post(OWN + "/" + code + "/draft?region=140524"), FIRST)
                                        .content(body(main())),
                                428))
                .isEqualTo("if-match-missing");

        json(review(code, 2), 201);
        JsonNode held = problem(draft(code, main(), 3, SECOND), 409);
        assertThat(held.path("rule").asString()).isEqualTo("item-in-review");
        assertThat(held.path("detail").asString()).contains(code).doesNotContain(FIRST);
        json(decide(code, "REJECTED", 3, SECOND));
        json(draft(code, main(), 3, SECOND));
        json(
                editing(post(OWN + "/" + code + "/draft/removal?region=140524"), FIRST)
                        .header("If-Match", "\"4\""));
        assertThat(catalog.item(PLACE, code)).isEmpty();
    }

    @Test
    void refusesWhatMustBeOtherwiseNamingEveryRule() throws Exception {
        String main = code("RULES", 12);
        publish(main, main());
        Map<String, Object> wrong = business();
        fields(wrong).put("kind", "OTHER");
        fields(wrong).put("department", "NOBODY");
        fields(wrong).put("promised_days", "99");
        assertThat(faults(wrong, code("RULES-B", 33)))
                .contains("item-same-as-above", "unknown-reference", "promise-longer-than-law");

        Map<String, Object> moved = main();
        fields(moved).put("level", "SUB");
        fields(moved).put("parent", "SITE-PREEXAM");
        assertThat(faults(moved, main)).contains("item-code-level");
        assertThat(faults(main(), code("LONG", 13))).containsExactly("item-level-length");
        assertThat(faults(main(), "SITE-PREEXAM")).contains("item-code-of-template");
        Map<String, Object> orphan = business();
        fields(orphan).put("parent", "NOTHING");
        assertThat(faults(orphan, code("ORPHAN", 33))).contains("item-parent-unknown");
        Map<String, Object> topless = business();
        fields(topless).remove("parent");
        assertThat(faults(topless, code("TOPLESS", 33))).contains("item-needs-parent");
        Map<String, Object> upside = business();
        fields(upside).put("level", "MAIN");
        assertThat(faults(upside, code("UPSIDE", 12))).contains("item-parent-level");
        assertThat(rule(draft("x", main(), 0), 422)).isEqualTo("own-item-code");
    }

    @Test
    void refusesCirclesMutualPreconditionsAndMaterialsOfNobodyNamingThePath() throws Exception {
        String a = code("ORDER-A", 12);
        String b = code("ORDER-B", 12);
        String c = code("ORDER-C", 12);
        publish(a, main());
        publish(b, waiting(a));
        publish(c, waiting(b));

        assertThat(sentencesOfFaults(waiting(b), a))
                .containsExactly("两个事项互为前置：%s → %s → %s。".formatted(a, b, a));
        assertThat(sentencesOfFaults(waiting(c), a))
                .containsExactly("先后关系成环：%s → %s → %s → %s。".formatted(a, b, c, a));
        Map<String, Object> produced = main();
        materials(produced).getFirst().put("material_produced_by", "NO-SUCH-ITEM");
        assertThat(sentencesOfFaults(produced, a))
                .containsExactly("没有事项能产生材料“申请书”：NO-SUCH-ITEM → %s。".formatted(a));
        assertThat(catalog.dependenciesOf(PLACE, c))
                .singleElement()
                .satisfies(
                        edge -> {
                            assertThat(edge.from()).isEqualTo(b);
                            assertThat(edge.kind()).isEqualTo(Dependency.Kind.LEGAL);
                        });

        Map<String, Object> twice = main();
        materials(twice).add(material("02", "申请书及附件", "COPY", null));
        assertThat(json(draft(code("FLAG", 12), twice, 0)).path("flags"))
                .singleElement()
                .satisfies(
                        flag ->
                                assertThat(flag.path("rule").asString())
                                        .isEqualTo("material-contained"));

        Map<String, Object> gone = new LinkedHashMap<>(Map.of("withdrawn", true));
        assertThat(sentencesOfFaults(gone, b))
                .containsExactly("还有事项以它为前置：%s → %s。".formatted(b, c));
    }

    @Test
    void looksAtWhatBeginsLaterAndAtPlacesBelow() throws Exception {
        String a = code("LATER-A", 12);
        String b = code("LATER-B", 12);
        publish(a, main());
        publish(b, main());
        publish(a, waiting(b), PLACE, today().plusDays(20));

        assertThat(sentencesOfFaults(waiting(a), b))
                .containsExactly("两个事项互为前置：%s → %s → %s。".formatted(b, a, b));
        Map<String, Object> gone = new LinkedHashMap<>(Map.of("withdrawn", true));
        assertThat(sentencesOfFaults(gone, b))
                .containsExactly("还有事项以它为前置：%s → %s。".formatted(b, a));

        String upper = code("UPPER", 12);
        Region city = new Region("140500");
        publish(upper, main(), city);
        publish(code("LOWER", 12), waiting(upper));
        json(
                editing(post(OWN + "/" + upper + "/draft?region=" + city), FIRST)
                        .header("If-Match", "\"0\"")
                        .content(body(gone)));
        assertThat(
                        json(get(OWN + "/" + upper + "?region=" + city))
                                .path("faults")
                                .get(0)
                                .path("detail")
                                .asString())
                .isEqualTo("还有事项以它为前置：%s → %s (140524)。".formatted(upper, code("LOWER", 12)));
    }

    @Test
    void ownItemsStandInTheListsThatTheOfficePublishes() throws Exception {
        String power = code("POWER", 12);
        String promise = code("PROMISE", 33);
        int before = lineCount("POWERS");
        publish(power, main());
        Map<String, Object> business = business();
        fields(business).put("commitment", "yes");
        publish(promise, business);

        assertThat(lineCount("POWERS")).isEqualTo(before + 1);
        JsonNode line = line("POWERS", power);
        assertThat(line.path("nameZh").asString()).isEqualTo("农村客运班线许可");
        assertThat(line.path("basis").asString()).isEqualTo("《道路运输条例》第十条");
        assertThat(line.path("promised").asString()).isEqualTo("10 WORKING_DAYS");
        assertThat(line("COMMITMENT", power).isMissingNode()).isTrue();
        assertThat(line("COMMITMENT", promise).path("department").asString()).isEqualTo("NR");
        assertThat(line("POWERS", promise).isMissingNode()).isTrue();

        publish(power, new LinkedHashMap<>(Map.of("withdrawn", true)));
        assertThat(line("POWERS", power).isMissingNode()).isTrue();
    }

    private int lineCount(String list) throws Exception {
        return json(get("/api/catalog/lists/" + list + "?region=140524&limit=1"))
                .path("lines")
                .asInt();
    }

    private JsonNode line(String list, String code) throws Exception {
        JsonNode lines =
                json(get("/api/catalog/lists/" + list + "/export?format=JSON&region=140524"))
                        .path("lines");
        return lines.valueStream()
                .filter(line -> line.path("key").asString().equals(code))
                .findFirst()
                .orElse(JSON.missingNode());
    }

    @Test
    void whatIsNotPublishedIsReadAtThePlaceAndAboveAlone() throws Exception {
        String code = code("UNREAD", 12);
        publish(code, main());
        json(draft(code, main(), 0));
        String path = OWN + "/" + code + "?region=140524";

        assertThat(json(get(path)).path("draft").isNull()).isFalse();
        assertThat(json(elsewhere(get(path))).path("draft").isNull()).isTrue();
        assertThat(json(elsewhere(get(path))).path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(json(elsewhere(get(OWN + "/drafts?region=140524"))).size()).isZero();
        assertThat(json(get(OWN + "/drafts?region=140524")).size()).isPositive();
    }

    private static AbstractMockHttpServletRequestBuilder<?> elsewhere(
            AbstractMockHttpServletRequestBuilder<?> request) {
        return request.header("X-Role", "CATALOG_EDITOR").header("X-Region", "350212");
    }

    @Test
    void withdrawsAnItemAndKeepsItsVersions() throws Exception {
        String code = code("GONE", 12);
        publish(code, main());
        Item before = catalog.item(PLACE, code).orElseThrow();

        publish(code, new LinkedHashMap<>(Map.of("withdrawn", true)));

        assertThat(catalog.item(PLACE, code)).isEmpty();
        assertThat(catalog.itemInVersion(PLACE, code, before.version())).contains(before);
        assertThat(rule(get("/api/catalog/items/" + code + "?region=140524"), 404))
                .isEqualTo("item-unknown");
    }

    @Test
    void refusesToCloseADepartmentThatItemsOfPlacesName() throws Exception {
        String code = code("CLOSED", 12);
        String departments =
                new String(TestCatalog.shippedTables().get("departments"), StandardCharsets.UTF_8);
        take(departments + "CLOSING,拟撤部门,To be closed,\n");
        Map<String, Object> of = main();
        fields(of).put("department", "CLOSING");
        publish(code, of);

        assertThat(rule(imported(departments), 409)).isEqualTo("department-in-use");

        publish(code, new LinkedHashMap<>(Map.of("withdrawn", true)));
        take(departments);
        assertThat(catalog.departmentName("CLOSING")).isEqualTo("CLOSING");
    }

    @Test
    void pagesThroughTheListAndNarrowsIt() throws Exception {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String code = code("PAGE-" + i, 12);
            publish(code, main(), new Region("350212"));
            codes.add(code);
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    json(
                            get(
                                    OWN
                                            + "?region=350212&limit=2"
                                            + (next.isEmpty() ? "" : "&after=" + next)));
            page.path("items").forEach(item -> seen.add(item.path("code").asString()));
            next = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(seen).isEqualTo(codes.stream().sorted().toList());
        assertThat(json(get(OWN + "?region=350212").param("name", codes.get(3))).path("items"))
                .hasSize(1);
        assertThat(json(get(OWN + "?region=350212&level=BUSINESS")).path("items")).isEmpty();
        List<String> all = new ArrayList<>();
        catalog.eachItem(new Region("350212"), item -> all.add(item.code()));
        assertThat(all)
                .isSorted()
                .doesNotHaveDuplicates()
                .containsAll(codes)
                .contains("SITE-PREEXAM");
        assertThat(catalog.named(new Region("350212"), codes.get(2), 10))
                .extracting(Item::code)
                .containsExactly(codes.get(2));
    }

    @Test
    void onlyAnEditorOfThePlaceOrAboveMayDraft() throws Exception {
        String code = code("ROLES", 12);
        assertThat(
                        rule(
                                post(OWN + "/" + code + "/draft?region=350212")
                                        .contentType("application/json")
                                        .header("X-Role", "CATALOG_EDITOR")
                                        .header("X-Region", "140524")
                                        .header("If-Match", "\"0\"")
                                        .content(body(main())),
                                403))
                .isEqualTo("not-your-place");
        assertThat(rule(get(OWN + "/" + code + "?region=140524").header("X-Role", "STEWARD"), 403))
                .isEqualTo("role-may-not");
    }

    private static Map<String, Object> main() {
        Map<String, String> fields =
                new LinkedHashMap<>(
                        Map.of(
                                "level", "MAIN",
                                "name_zh", "农村客运班线许可",
                                "stage", "CROSS_STAGE",
                                "kind", "PERMIT",
                                "basis", "《道路运输条例》第十条",
                                "department", "NR",
                                "promised_days", "10",
                                "promised_unit", "WD",
                                "commitment", "no",
                                "deficiency_tolerant", "yes"));
        fields.put("statutory_days", "20");
        fields.put("statutory_unit", "WD");
        fields.put("simulatable", "no");
        fields.put("result", "许可决定书");
        return new LinkedHashMap<>(
                Map.of(
                        "fields",
                        fields,
                        "materials",
                        new ArrayList<>(List.of(material("01", "申请书", "ELECTRONIC", null)))));
    }

    private static Map<String, Object> business() {
        Map<String, Object> business = main();
        fields(business)
                .keySet()
                .removeAll(List.of("stage", "kind", "basis", "statutory_days", "statutory_unit"));
        fields(business).put("level", "BUSINESS");
        fields(business).put("parent", "SITE-PREEXAM");
        fields(business).put("name_zh", "用地预审（线性工程）");
        fields(business).put("promised_days", "5");
        return business;
    }

    private static Map<String, Object> waiting(String before) {
        Map<String, Object> waiting = main();
        fields(waiting).put("before", before);
        return waiting;
    }

    private static Map<String, String> material(
            String number, String name, String form, @Nullable String basis) {
        Map<String, String> material =
                new LinkedHashMap<>(
                        Map.of(
                                "material_number", number,
                                "material_name_zh", name,
                                "material_form", form,
                                "material_source", "APPLICANT",
                                "material_required", "yes",
                                "material_deferrable", "no",
                                "material_reusable", "no"));
        if (basis != null) {
            material.put("material_basis", basis);
        }
        return material;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> fields(Map<String, Object> drafted) {
        return (Map<String, String>) Objects.requireNonNull(drafted.get("fields"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> materials(Map<String, Object> drafted) {
        return (List<Map<String, String>>) Objects.requireNonNull(drafted.get("materials"));
    }

    /** A code of this length that begins so. */
    private static String code(String start, int length) {
        return start.replace("-", "") + "0".repeat(length - start.replace("-", "").length());
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    private void publish(String code, Map<String, Object> drafted) throws Exception {
        publish(code, drafted, PLACE);
    }

    private void publish(String code, Map<String, Object> drafted, Region place) throws Exception {
        publish(code, drafted, place, today());
    }

    private void publish(String code, Map<String, Object> drafted, Region place, LocalDate from)
            throws Exception {
        json(
                editing(post(OWN + "/" + code + "/draft?region=" + place), FIRST)
                        .header("If-Match", "\"0\"")
                        .content(body(drafted)));
        publishDrafted(code, place, 1, from);
    }

    private void publishDrafted(String code, Region place, int version, LocalDate from)
            throws Exception {
        json(
                editing(post(OWN + "/" + code + "/draft/review?region=" + place), FIRST)
                        .header("If-Match", "\"" + version + "\"")
                        .content(body(Map.of("from", from.toString(), "reason", "试"))),
                201);
        json(
                editing(post(OWN + "/" + code + "/draft/review/decision?region=" + place), SECOND)
                        .header("If-Match", "\"" + (version + 1) + "\"")
                        .content(body(Map.of("outcome", "APPROVED", "reason", "同意"))));
    }

    private AbstractMockHttpServletRequestBuilder<?> draft(
            String code, Map<String, Object> drafted, int seen) {
        return draft(code, drafted, seen, FIRST);
    }

    private AbstractMockHttpServletRequestBuilder<?> draft(
            String code, Map<String, Object> drafted, int seen, String person) {
        return editing(post(OWN + "/" + code + "/draft?region=140524"), person)
                .header("If-Match", "\"" + seen + "\"")
                .content(body(drafted));
    }

    private AbstractMockHttpServletRequestBuilder<?> review(String code, int seen) {
        return editing(post(OWN + "/" + code + "/draft/review?region=140524"), FIRST)
                .header("If-Match", "\"" + seen + "\"")
                .content(body(Map.of("from", today().toString(), "reason", "试")));
    }

    private AbstractMockHttpServletRequestBuilder<?> decide(
            String code, String outcome, int seen, String person) {
        return editing(post(OWN + "/" + code + "/draft/review/decision?region=140524"), person)
                .header("If-Match", "\"" + seen + "\"")
                .content(body(Map.of("outcome", outcome, "reason", "试")));
    }

    private static AbstractMockHttpServletRequestBuilder<?> editing(
            AbstractMockHttpServletRequestBuilder<?> request, String person) {
        return request.contentType("application/json")
                .header("X-Role", "CATALOG_EDITOR")
                .header("X-Region", "000000")
                .header("X-Person", person);
    }

    private void take(String departments) throws Exception {
        json(imported(departments), 201);
        assertThat(
                        web.perform(
                                        editor(
                                                editing(
                                                                post(
                                                                        "/api/catalog/imports/proposal/decision"),
                                                                SECOND)
                                                        .header("If-Match", "*")
                                                        .content(
                                                                body(
                                                                        Map.of(
                                                                                "outcome",
                                                                                "APPROVED",
                                                                                "reason",
                                                                                "同意")))))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(204);
    }

    private AbstractMockHttpServletRequestBuilder<?> imported(String departments) {
        return editing(post("/api/catalog/imports/departments?reason=x"), FIRST)
                .contentType("text/csv")
                .content(departments.getBytes(StandardCharsets.UTF_8));
    }

    /** The rules that a draft of this code breaks; it is thrown away again. */
    private List<String> faults(Map<String, Object> drafted, String code) throws Exception {
        return told(drafted, code, "rule");
    }

    private List<String> sentencesOfFaults(Map<String, Object> drafted, String code)
            throws Exception {
        return told(drafted, code, "detail");
    }

    private List<String> told(Map<String, Object> drafted, String code, String what)
            throws Exception {
        json(draft(code, drafted, 0));
        JsonNode refused = problem(review(code, 1), 422);
        assertThat(refused.path("rule").asString()).isEqualTo("tables-refused");
        json(
                editing(post(OWN + "/" + code + "/draft/removal?region=140524"), FIRST)
                        .header("If-Match", "\"1\""));
        List<String> told = new ArrayList<>();
        refused.path("errors").forEach(fault -> told.add(fault.path(what).asString()));
        return told;
    }

    private static List<String> sentences(JsonNode changes) {
        List<String> sentences = new ArrayList<>();
        changes.forEach(change -> sentences.add(change.path("sentence").asString()));
        return sentences;
    }

    private static byte[] body(Object body) {
        return JSON.writeValueAsBytes(body);
    }

    private JsonNode json(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return json(request, 200);
    }

    private JsonNode json(AbstractMockHttpServletRequestBuilder<?> request, int status)
            throws Exception {
        MockHttpServletResponse answer = web.perform(editor(request)).andReturn().getResponse();
        assertThat(answer.getStatus())
                .as(answer.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(status);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private String rule(AbstractMockHttpServletRequestBuilder<?> request, int status)
            throws Exception {
        return problem(request, status).path("rule").asString();
    }

    private JsonNode problem(AbstractMockHttpServletRequestBuilder<?> request, int status)
            throws Exception {
        MockHttpServletResponse answer = web.perform(editor(request)).andReturn().getResponse();
        assertThat(answer.getStatus())
                .as(answer.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(status);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private static AbstractMockHttpServletRequestBuilder<?> editor(
            AbstractMockHttpServletRequestBuilder<?> request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString())
                .with(
                        asked -> {
                            if (asked.getHeader("X-Role") == null) {
                                asked.addHeader("X-Role", "CATALOG_EDITOR");
                                asked.addHeader("X-Region", "000000");
                            }
                            return asked;
                        });
    }
}
