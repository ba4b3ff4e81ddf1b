package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.application.search.SearchTexts;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.port.in.SearchingItems;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.catalog.port.out.OwnItems.Publication;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.timers.RecurringWork;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Search over the template and lists of places, on a real PostgreSQL. */
@SpringBootTest(classes = CatalogApplication.class)
@AutoConfigureMockMvc
class SearchTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SEARCH = "/api/catalog/search";
    private static final Region CITY = new Region("431100");
    private static final Region COUNTY = new Region("431103");

    private final MockMvc web;
    private final MovableClock clock;
    private final Catalog catalog;
    private final OwnItems items;
    private final SearchTexts texts;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final List<RecurringWork> works;

    @Autowired
    SearchTests(
            MockMvc web,
            MovableClock clock,
            Catalog catalog,
            OwnItems items,
            SearchTexts texts,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            List<RecurringWork> works) {
        this.web = web;
        this.clock = clock;
        this.catalog = catalog;
        this.items = items;
        this.texts = texts;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.works = works;
    }

    @BeforeEach
    void lists() {
        if (items.number(COUNTY) == 0) {
            publish(
                    COUNTY,
                    item(COUNTY, "A1", "供暖管网接入", "HEAT"),
                    item(COUNTY, "A2", "供暖管网接入（银行代收）", "HEAT"),
                    item(COUNTY, "A3", "集中供暖管网接入方案审查", "HEAT"),
                    item(COUNTY, "B1", "殡葬服务许可", "CIVIL"),
                    item(COUNTY, "B2", "50%补贴_核定'; drop table", "CIVIL"),
                    item(COUNTY, "FOOD-1", "小作坊备案", "MKT", "FOOD-LICENSE"));
            publish(CITY, item(CITY, "C1", "集中供暖特许经营", "HEAT"));
        }
    }

    @Test
    void findsByWordByTwoCharactersByOneByPinyinByInitialsAndByCode() throws Exception {
        assertThat(found("供暖管网接入")).startsWith("A1", "A2", "A3");
        assertThat(found("供暖")).containsExactly("A1", "A2", "C1", "A3");
        assertThat(found("殡")).containsExactly("B1");
        assertThat(found("gongnuan")).containsExactly("A1", "C1", "A2", "A3");
        assertThat(found("gngw")).containsExactly("A1", "A2", "A3");
        assertThat(found("yinhang gongnuan")).containsExactly("A2");
        assertThat(found("FOOD-1")).startsWith("FOOD-1");
        assertThat(found("b1")).startsWith("B1");
    }

    @Test
    void ranksTheNameThenItsBeginningThenItsPartsThenSoundsThenOtherTexts() throws Exception {
        assertThat(found("供暖管网接入 审查")).containsExactly("A3");
        assertThat(found("建设工程规划许可证核发")).startsWith("ENG-PLAN-PERMIT");
        assertThat(found("gh").indexOf("ENG-PLAN-PERMIT")).isNotNegative();
        List<String> byDepartment = found("自然资源");
        assertThat(byDepartment).contains("ENG-PLAN-PERMIT", "SITE-PREEXAM");
        assertThat(found("construction permit")).startsWith("CONSTRUCTION-PERMIT");
    }

    @Test
    void showsWhatThePlaceMaySeeAndNothingElse() throws Exception {
        assertThat(found(COUNTY, "集中供暖")).contains("A3", "C1");
        assertThat(found(CITY, "集中供暖")).containsExactly("C1");
        assertThat(found(new Region("140500"), "集中供暖")).isEmpty();
        assertThat(found(Region.TEMPLATE, "集中供暖")).isEmpty();
        assertThat(codes(get(SEARCH).param("q", "规划许可"))).contains("ENG-PLAN-PERMIT");
    }

    @Test
    void readsAsMarksWhatIsNoWord() throws Exception {
        assertThat(found("补贴_核定'; drop")).containsExactly("B2");
        assertThat(found("50%")).contains("B2");
        assertThat(found("%")).isEmpty();
        assertThat(found("\\")).isEmpty();
        assertThat(found("供暖管网　接入")).contains("A1");
        assertThat(found("５０％")).contains("B2");
        assertThat(found("供暖管网接入(银行代收)")).containsExactly("A2");
    }

    @Test
    void refusesMoreThanTwoHundredCharactersAndFindsAllByNone() throws Exception {
        assertThat(status(get(SEARCH).param("q", "供".repeat(200)))).isEqualTo(200);
        MockHttpServletResponse refused =
                web.perform(get(SEARCH).param("q", "供".repeat(201))).andReturn().getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("search-too-long").contains("/q");
        assertThat(found("")).isSorted().contains("A1", "C1", "SITE-PREEXAM");
    }

    @Test
    void pagesInOrderWithoutGapsAndTwins() throws Exception {
        for (String typed : List.of("", "许可", "g", "gongnuan")) {
            List<String> whole = found(typed);
            List<String> paged = pages(COUNTY, typed, 3);
            assertThat(paged).as(typed).isEqualTo(whole).doesNotHaveDuplicates();
        }
        assertThat(status(asked(COUNTY, "").param("after", "abc"))).isEqualTo(422);
    }

    /** The lists are ranked by the database, the template in memory: by the same rules. */
    @Test
    void theIndexRanksAsMemoryDoes() throws Exception {
        Region place = new Region("350902");
        publish(
                place,
                catalog.items(Region.TEMPLATE).stream()
                        .map(shipped -> copy(place, shipped))
                        .toArray(OwnItem[]::new));
        for (String typed :
                List.of(
                        "规划",
                        "许可 建设",
                        "gh",
                        "xuke",
                        "建筑工程施工许可证核发",
                        "自然资源",
                        "竣工 yanshou",
                        "不动产登记",
                        "设 计",
                        "审",
                        "jian",
                        "permit 许可",
                        "zaixian")) {
            List<String> all = found(place, typed);
            List<String> copies =
                    all.stream()
                            .filter(it -> it.startsWith("X-"))
                            .map(it -> it.substring(2))
                            .toList();
            assertThat(copies)
                    .as(typed)
                    .isNotEmpty()
                    .isEqualTo(all.stream().filter(it -> !it.startsWith("X-")).toList());
        }
    }

    private OwnItem copy(Region place, Item shipped) {
        OwnItem copy = item(place, "X-" + shipped.code(), shipped.nameZh(), shipped.department());
        return new OwnItem(
                place,
                copy.code(),
                0,
                null,
                copy.from(),
                false,
                copy.sheet()
                        .with("name_en", shipped.nameEn())
                        .with("result", shipped.resultNameZh()));
    }

    @Test
    void aVersionIsFoundFromItsFirstDayUntilAnotherOne() throws Exception {
        Region place = new Region("350213");
        publish(place, item(place, "D1", "渡口设置审批", "TRAFFIC"));
        assertThat(found(place, "渡口")).containsExactly("D1");
        publish(place, today().plusDays(5), item(place, "D1", "码头设置审批", "TRAFFIC"));
        assertThat(found(place, "渡口")).containsExactly("D1");
        assertThat(found(place, "码头")).isEmpty();
        clock.forward(Duration.ofDays(5));
        assertThat(found(place, "渡口")).isEmpty();
        assertThat(found(place, "码头")).containsExactly("D1");
        OwnItem last = items.newest(List.of(place), "D1", today()).orElseThrow();
        publish(place, new OwnItem(place, "D1", 0, null, today(), true, last.sheet()));
        assertThat(found(place, "码头")).isEmpty();
        assertThat(facets(place, "码头").path("total").asInt()).isZero();
    }

    @Test
    void whatANearerPlaceHasInItsOwnWayHidesTheListAbove() throws Exception {
        Region place = new Region("350200");
        Region below = new Region("350212");
        publish(
                place,
                item(place, "E1", "游艇停靠许可", "TRAFFIC"),
                item(place, "E2", "游艇检验", "TRAFFIC"));
        assertThat(found(below, "游艇")).containsExactly("E2", "E1");
        publish(below, item(below, "E1", "帆船停靠许可", "TRAFFIC"));
        assertThat(found(below, "游艇")).containsExactly("E2");
        assertThat(found(below, "帆船")).containsExactly("E1");
        assertThat(found(place, "游艇")).containsExactly("E2", "E1");
        assertThat(facets(below, "游艇").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyFindsWhatIsNotPublished() throws Exception {
        UUID publication = UUID.randomUUID();
        items.begin(new Publication(publication, COUNTY, "IMPORT", new UUID(0, 7)));
        texts.put(publication, List.of(item(COUNTY, "F1", "未发布的索道许可", "TRAFFIC")));
        assertThat(found("索道")).isEmpty();
        assertThat(facets(COUNTY, "索道").path("total").asInt()).isZero();
    }

    @Test
    void whatWasPublishedBeforeThereWasASearchIsMadeUpFor() throws Exception {
        Region place = new Region("350211");
        publish(place, item(place, "G1", "温泉开采许可", "NR"));
        jdbc.sql("delete from catalog.item_search where region = '350211'").update();
        assertThat(found(place, "温泉")).isEmpty();
        jdbc.sql(
                        """
                        insert into catalog.item_search_due (publication, region)
                        select id, region from catalog.item_publication where region = '350211'
                        """)
                .update();
        works.stream()
                .filter(work -> work.name().equals(SearchingItems.WORK))
                .forEach(work -> work.run().run());
        assertThat(found(place, "温泉")).containsExactly("G1");
        assertThat(
                        jdbc.sql("select count(*) from catalog.item_search_due")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void countsByEachAspectAsTheOthersNarrow() throws Exception {
        JsonNode all = facets(COUNTY, "");
        assertThat(all.path("total").asInt()).isEqualTo(found("").size());
        long stages = 0;
        for (JsonNode count : all.path("stages")) {
            stages += count.asLong();
        }
        assertThat(stages).isEqualTo(all.path("total").asLong());
        assertThat(all.at("/themes/PKG-SNACK").asInt()).isEqualTo(3);
        assertThat(all.at("/turns/BUILDING").asInt()).isPositive();

        JsonNode snack =
                json(
                        get(SEARCH + "/facets")
                                .param("region", "431103")
                                .param("theme", "PKG-SNACK"),
                        null);
        assertThat(snack.path("total").asInt()).isEqualTo(3);
        assertThat(snack.at("/themes/PKG-SNACK").asInt()).isEqualTo(3);
        assertThat(snack.at("/turns/OPERATING").asInt()).isEqualTo(3);
        assertThat(codes(get(SEARCH).param("region", "431103").param("theme", "PKG-SNACK")))
                .containsExactlyInAnyOrder("BUSINESS-REG", "FOOD-1", "FOOD-LICENSE");
        for (String turn : List.of("OPENING", "BUILDING", "OPERATING", "CHANGING")) {
            assertThat(
                            codes(
                                    get(SEARCH)
                                            .param("region", "431103")
                                            .param("lifeCycle", turn)
                                            .param("limit", "200")))
                    .as(turn)
                    .hasSize(all.at("/turns/" + turn).asInt());
        }
        assertThat(codes(get(SEARCH).param("region", "431103").param("department", "HEAT")))
                .containsExactly("A1", "A2", "A3", "C1");
        assertThat(
                        codes(
                                get(SEARCH)
                                        .param("region", "431103")
                                        .param("department", "HEAT")
                                        .param("q", "集中")))
                .containsExactly("C1", "A3");
    }

    @Test
    void pickersFindByTheSameRules() {
        assertThat(catalog.named(COUNTY, "gngw", 2))
                .extracting(Item::code)
                .containsExactly("A1", "A2");
        assertThat(catalog.named(COUNTY, "供".repeat(300), 5)).isEmpty();
    }

    private void publish(Region place, OwnItem... versions) {
        publish(place, today(), versions);
    }

    private void publish(Region place, LocalDate from, OwnItem... versions) {
        transaction.executeWithoutResult(
                status -> {
                    UUID publication = UUID.randomUUID();
                    items.begin(new Publication(publication, place, "EDITOR", new UUID(0, 7)));
                    texts.put(publication, List.of(versions));
                    items.publish(
                            publication,
                            items.lock(place) + 1,
                            from,
                            new UUID(0, 8),
                            clock.instant());
                });
    }

    private OwnItem item(Region place, String code, String name, String department) {
        return item(place, code, name, department, null);
    }

    private OwnItem item(
            Region place, String code, String name, String department, @Nullable String template) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("level", "MAIN");
        fields.put("name_zh", name);
        fields.put("stage", "CROSS_STAGE");
        fields.put("kind", "PERMIT");
        fields.put("department", department);
        fields.put("promised_days", "5");
        fields.put("promised_unit", "WD");
        fields.put("result", "决定书");
        return new OwnItem(
                place, code, 0, template, today(), false, new ItemSheet(fields, List.of()));
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    private List<String> found(String typed) throws Exception {
        return found(COUNTY, typed);
    }

    private List<String> found(Region place, String typed) throws Exception {
        return pages(place, typed, 200);
    }

    /** Codes of all pages. */
    private List<String> pages(Region place, String typed, int size) throws Exception {
        List<String> codes = new ArrayList<>();
        String after = null;
        do {
            JsonNode page = json(asked(place, typed).param("limit", Integer.toString(size)), after);
            page.path("items").forEach(item -> codes.add(item.path("code").asString()));
            after = page.path("next").isNull() ? null : page.path("next").asString();
        } while (after != null);
        return codes;
    }

    private static MockHttpServletRequestBuilder asked(Region place, String typed) {
        return get(SEARCH).param("region", place.code()).param("q", typed);
    }

    private JsonNode facets(Region place, String typed) throws Exception {
        return json(get(SEARCH + "/facets").param("region", place.code()).param("q", typed), null);
    }

    private List<String> codes(MockHttpServletRequestBuilder request) throws Exception {
        List<String> codes = new ArrayList<>();
        json(request, null).path("items").forEach(item -> codes.add(item.path("code").asString()));
        return codes;
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse().getStatus();
    }

    private JsonNode json(MockHttpServletRequestBuilder request, @Nullable String after)
            throws Exception {
        MockHttpServletResponse answer =
                web.perform(after == null ? request : request.param("after", after))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsByteArray());
    }
}
