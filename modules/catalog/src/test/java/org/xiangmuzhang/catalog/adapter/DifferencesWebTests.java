package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.xiangmuzhang.catalog.TestCatalog;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.own.Element;
import org.xiangmuzhang.catalog.port.in.ComparingItems;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.settings.SecondPerson;
import org.xiangmuzhang.settings.SettingVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Items compared between levels, who mends what differs, and what nobody has said yet. */
@SpringBootTest(classes = CatalogApplication.class)
@AutoConfigureMockMvc
class DifferencesWebTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OWN = "/api/catalog/own-items";
    private static final String DIFFERENCES = "/api/catalog/differences";
    private static final String FIRST = new UUID(0, 7).toString();
    private static final String SECOND = new UUID(0, 8).toString();

    private final MockMvc web;
    private final MovableClock clock;
    private final Catalog catalog;
    private final ComparingItems comparing;
    private final SecondPerson seconds;
    private final JdbcClient jdbc;

    @Autowired
    DifferencesWebTests(
            MockMvc web,
            MovableClock clock,
            Catalog catalog,
            ComparingItems comparing,
            SecondPerson seconds,
            JdbcClient jdbc) {
        this.web = web;
        this.clock = clock;
        this.catalog = catalog;
        this.comparing = comparing;
        this.seconds = seconds;
        this.jdbc = jdbc;
    }

    @Test
    @Practice("PR-074")
    void anItemOfACountyMustAgreeWithTheCitysInTheFourAndMayDifferInTheRest() throws Exception {
        String code = "FOURSAMES001";
        publish("140500", code, item());
        Map<String, String> other = item();
        other.put("name_zh", "另一个名称");
        other.put("basis", "另一部条例");
        assertThat(faults("140524", code, other))
                .contains("name_zh:item-same-at-all-levels", "basis:item-same-at-all-levels");
        Map<String, String> shorter = item();
        shorter.remove("basis");
        shorter.put("promised_days", "3");
        publish("140524", code, shorter);

        Item county = catalog.item(new Region("140524"), code).orElseThrow();
        assertThat(county.promised().days()).isEqualTo(3);
        JsonNode item = differing("140524", code);
        assertThat(item.path("above").asString()).isEqualTo("140500");
        assertThat(elements(item)).containsExactly("PROMISED:10 WD:3 WD:false:140524");
        assertThat(json(get(OWN + "/" + code + "/holding?region=140524")).at("/fields/basis"))
                .hasToString("\"《道路运输条例》第十条\"");
    }

    @Test
    void whoseValueDeviatesMendsIt() throws Exception {
        String code = "DEVIATES0001";
        publish("140000", code, item());
        publish("140500", code, item());
        publish("140524", code, item());
        publish("140525", code, item());
        change("140500", code, "name_zh", "城市另起的名称");
        change("140525", code, "name_zh", "区县另起的名称");

        assertThat(elements(differing("140500", code)))
                .containsExactly("NAME:农村客运班线许可:城市另起的名称:true:140500");
        assertThat(elements(differing("140524", code)))
                .containsExactly("NAME:城市另起的名称:农村客运班线许可:true:140500");
        assertThat(elements(differing("140525", code)))
                .containsExactly("NAME:城市另起的名称:区县另起的名称:true:140525");
        assertThat(codes(DIFFERENCES + "?region=140500&must=true&element=NAME")).contains(code);
        assertThat(codes(DIFFERENCES + "?region=140500&must=false&element=NAME"))
                .doesNotContain(code);
        assertThat(codes(DIFFERENCES + "?region=140500&element=RESULT")).doesNotContain(code);
    }

    @Test
    void anItemThatStandsBelowTheTemplateDiffersWhereTheTemplateMovedOn() throws Exception {
        String code = "BELOW" + "0".repeat(28);
        Map<String, String> business = item();
        business.keySet().removeAll(List.of("stage", "kind", "basis", "statutory_days"));
        business.remove("statutory_unit");
        business.put("level", "BUSINESS");
        business.put("parent", "SITE-PREEXAM");
        business.put("promised_days", "5");
        publish("140521", code, business);
        assertThat(codes(DIFFERENCES + "?region=140521")).doesNotContain(code);

        change("140521", code, "kind", "OTHER");

        JsonNode item = differing("140521", code);
        assertThat(item.path("above").asString()).isEqualTo("000000");
        assertThat(item.path("aboveCode").asString()).isEqualTo("SITE-PREEXAM");
        assertThat(elements(item)).containsExactly("KIND:PERMIT:OTHER:true:140521");
    }

    @Test
    void oneNameUnderTwoCodesIsADifferenceInTheCode() throws Exception {
        Map<String, String> named = item();
        named.put("name_zh", "河道采砂许可");
        publish("350200", "CODEABOVE001", named);
        publish("350212", "CODEBELOW001", named);

        JsonNode item = differing("350212", "CODEBELOW001");

        assertThat(item.path("aboveCode").asString()).isEqualTo("CODEABOVE001");
        assertThat(elements(item)).containsExactly("CODE:CODEABOVE001:CODEBELOW001:true:350212");
    }

    @Test
    void whatAPlaceDoesWithTheTemplateIsListedBesideItAndRefusedWhereItMustAgree()
            throws Exception {
        override("330200", "{\"promised\": {\"days\": 4, \"unit\": \"WORKING_DAYS\"}}", 201);
        decide("/api/catalog/items/SITE-PREEXAM/override/proposal/decision?region=330200");

        JsonNode item = differing("330200", "SITE-PREEXAM");
        assertThat(item.path("own").asBoolean()).isFalse();
        assertThat(elements(item)).containsExactly("PROMISED:10 WD:4 WD:false:330200");

        set("330200", "simulatable");
        JsonNode refused = override("330200", "{\"simulatable\": false}", 422);
        assertThat(refused.path("rule").asString()).isEqualTo("element-same");
        assertThat(refused.path("pointers").path(0).asString()).isEqualTo("/simulatable");
        override("350300", "{\"simulatable\": false}", 201);
    }

    @Test
    void aLongReportIsPagedWrittenAsAFileAndShownOnAPage() throws Exception {
        for (int i = 0; i < 5; i++) {
            publish("370400", "PAGED000000" + i, item());
            Map<String, String> other = item();
            other.put("result", "=许可证");
            publish("370402", "PAGED000000" + i, other);
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    json(
                            get(
                                    DIFFERENCES
                                            + "?region=370402&limit=2"
                                            + (next.isEmpty() ? "" : "&after=" + next)));
            page.path("items").forEach(item -> seen.add(item.path("code").asString()));
            next = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(5).isSorted().doesNotHaveDuplicates();

        String csv = text(DIFFERENCES + "/export?region=370402");
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv).contains("'=许可证").contains("许可决定书").contains("办理结果");
        JsonNode lines = JSON.readTree(text(DIFFERENCES + "/export?region=370402&format=JSON"));
        assertThat(lines).hasSize(5);
        assertThat(lines.at("/0/mender").asString()).isEqualTo("370402");
        assertThat(text(DIFFERENCES + "/export?region=370402&format=XLSX")).startsWith("PK");

        Document page =
                Jsoup.parse(text("/console/catalog/differences?region=370402&element=RESULT"));
        assertThat(page.select("tbody tr")).hasSize(5);
        assertThat(page.text()).contains("允许不同").contains("=许可证").doesNotContain("??");
        Document english = Jsoup.parse(text("/console/catalog/differences?region=370402&lang=en"));
        assertThat(english.text()).contains("Who mends it").doesNotContain("??");
        assertThat(
                        rule(
                                get(DIFFERENCES + "?region=370402")
                                        .header("X-Role", "CATALOG_EDITOR")
                                        .header("X-Region", "140500"),
                                403))
                .isEqualTo("proposals-of-another-place");
    }

    @Test
    void aSparseDifferenceIsFoundInALongListByGoingOn() throws Exception {
        publish("431300", "SPARSE000001", item());
        publish("431321", "SPARSE000001", item());
        multiply("431300");
        multiply("431321");
        change("431321", "SPARSE-24999", "result", "另一种结果");

        JsonNode first = json(get(DIFFERENCES + "?region=431321&element=RESULT"));
        assertThat(first.path("items")).isEmpty();
        assertThat(first.path("next").isNull()).isFalse();
        JsonNode second =
                json(
                        get(
                                DIFFERENCES
                                        + "?region=431321&element=RESULT&after="
                                        + first.path("next").asString()));
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void anItemOfUnknownCategoryCountsAsExcludedUntilTwoEditorsHaveSaidOtherwise()
            throws Exception {
        String code = "CATEGORY0001";
        Map<String, String> unknown = item();
        unknown.remove("exclusion");
        publish("140522", code, unknown);
        assertThat(catalog.item(new Region("140522"), code).orElseThrow().deficiencyTolerant())
                .isFalse();
        assertThat(gaps("140522", "CATEGORY_UNKNOWN")).contains(code, "SOCIAL-RISK");
        assertThat(gaps("140522", "CLAUSE_MISSING")).contains(code);

        publish("140522", code, item());
        assertThat(catalog.item(new Region("140522"), code).orElseThrow().deficiencyTolerant())
                .isTrue();
        assertThat(gaps("140522", "CATEGORY_UNKNOWN")).doesNotContain(code).contains("SOCIAL-RISK");

        propose(
                "SOCIAL-RISK",
                "140522",
                "{\"exclusion\": {\"category\": \"NONE\"}, \"deficiencyTolerant\": true}",
                201);
        decide("/api/catalog/items/SOCIAL-RISK/override/proposal/decision?region=140522");
        assertThat(gaps("140522", "CATEGORY_UNKNOWN")).doesNotContain("SOCIAL-RISK");
        assertThat(
                        catalog.item(new Region("140522"), "SOCIAL-RISK")
                                .orElseThrow()
                                .deficiencyTolerant())
                .isTrue();
        Document page = Jsoup.parse(text("/console/catalog/differences/gaps?region=140522"));
        assertThat(page.select("tbody tr")).isNotEmpty();
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void whatIsExcludedIsRefusedWithTheClauseAndWhatADepartmentIssuedIsNeverAskedForAgain()
            throws Exception {
        Map<String, String> excluded = item();
        excluded.put("exclusion", "ENVIRONMENT");
        assertThat(faults("140522", "EXCLUDED0001", excluded))
                .contains("exclusion_clause:exclusion-clause");
        excluded.put("exclusion_clause", "国办发〔2020〕42号");
        excluded.put("material_committable", "yes");
        excluded.put("material_source", "GOVERNMENT_ECERT");
        assertThat(faults("140522", "EXCLUDED0001", excluded))
                .contains(
                        "deficiency_tolerant:later-supply-excluded",
                        "material_committable:commitment-excluded",
                        "material_reusable:material-asked-again")
                .doesNotContain("exclusion_clause:exclusion-clause");

        JsonNode refused = propose("NATSEC-PERMIT", "140522", "{\"commitment\": true}", 422);
        assertThat(refused.path("rule").asString()).isEqualTo("commitment-excluded");
        assertThat(refused.path("detail").asString()).contains("国办发〔2020〕42号");
        JsonNode allowed =
                propose(
                        "NATSEC-PERMIT",
                        "140522",
                        "{\"exclusion\": {\"category\": \"NONE\"}}",
                        422);
        assertThat(allowed.path("rule").asString()).isEqualTo("exclusion-above");
    }

    private static Map<String, String> item() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("level", "MAIN");
        fields.put("name_zh", "农村客运班线许可");
        fields.put("stage", "CROSS_STAGE");
        fields.put("kind", "PERMIT");
        fields.put("basis", "《道路运输条例》第十条");
        fields.put("department", "NR");
        fields.put("statutory_days", "20");
        fields.put("statutory_unit", "WD");
        fields.put("promised_days", "10");
        fields.put("promised_unit", "WD");
        fields.put("commitment", "no");
        fields.put("deficiency_tolerant", "yes");
        fields.put("simulatable", "no");
        fields.put("result", "许可决定书");
        fields.put("exclusion", "NONE");
        return fields;
    }

    private static Map<String, Object> drafted(Map<String, String> typed) {
        Map<String, String> material =
                new LinkedHashMap<>(
                        Map.of(
                                "material_number", "01",
                                "material_name_zh", "申请书",
                                "material_form", "ELECTRONIC",
                                "material_source", "APPLICANT",
                                "material_required", "yes",
                                "material_deferrable", "no",
                                "material_reusable", "no"));
        Map<String, String> fields = new LinkedHashMap<>();
        typed.forEach(
                (column, text) ->
                        (column.startsWith("material_") ? material : fields).put(column, text));
        return Map.of("fields", fields, "materials", List.of(material));
    }

    private void publish(String region, String code, Map<String, String> fields) throws Exception {
        save(region, code, fields);
        String draft = OWN + "/" + code + "/draft/review";
        json(
                asked(post(draft + "?region=" + region), FIRST, "\"1\"")
                        .content(
                                JSON.writeValueAsBytes(
                                        Map.of(
                                                "from",
                                                WorkingDays.today(clock).toString(),
                                                "reason",
                                                "试"))),
                201);
        decide(draft + "/decision?region=" + region);
    }

    private void save(String region, String code, Map<String, String> fields) throws Exception {
        json(
                asked(post(OWN + "/" + code + "/draft?region=" + region), FIRST, "\"0\"")
                        .content(JSON.writeValueAsBytes(drafted(fields))),
                200);
    }

    /** Faults by column and rule; the draft is thrown away. */
    private List<String> faults(String region, String code, Map<String, String> fields)
            throws Exception {
        save(region, code, fields);
        List<String> faults = new ArrayList<>();
        json(get(OWN + "/" + code + "?region=" + region))
                .path("faults")
                .forEach(
                        fault ->
                                faults.add(
                                        fault.path("column").asString()
                                                + ":"
                                                + fault.path("rule").asString()));
        json(
                asked(post(OWN + "/" + code + "/draft/removal?region=" + region), FIRST, "\"1\""),
                200);
        return faults;
    }

    private void decide(String path) throws Exception {
        MockHttpServletResponse answer =
                answer(
                        asked(post(path), SECOND, "*")
                                .content("{\"outcome\": \"APPROVED\", \"reason\": \"同意\"}"));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isIn(200, 204);
    }

    private JsonNode override(String region, String values, int status) throws Exception {
        return propose("SITE-PREEXAM", region, values, status);
    }

    private JsonNode propose(String item, String region, String values, int status)
            throws Exception {
        return json(
                asked(
                                post(
                                        "/api/catalog/items/%s/override/proposals?region=%s"
                                                .formatted(item, region)),
                                FIRST,
                                "*")
                        .content(
                                "{\"values\": %s, \"from\": \"%s\", \"reason\": \"试\"}"
                                        .formatted(values, WorkingDays.today(clock))),
                status);
    }

    /** Two people say that an element must agree at a place, beside the four. */
    private void set(String region, String element) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Element one : Element.configurable()) {
            values.put(one.column(), one.isShipped() || one.column().equals(element));
        }
        Actor first = TestCatalog.editor(region);
        Actor second = new Actor(new UUID(0, 8), first.role(), first.region(), null, null);
        SettingVersion proposal =
                seconds.propose(
                        first,
                        first.region(),
                        "catalog.same-elements",
                        values,
                        WorkingDays.today(clock),
                        null,
                        "试");
        seconds.decide(second, proposal, SettingVersion.State.APPROVED, "同意");
        await().until(
                        () ->
                                comparing.same(first.region()).stream()
                                        .anyMatch(it -> it.column().equals(element)));
    }

    /** Lets what is published say otherwise, as a list from before the rule would. */
    private void change(String region, String code, String column, String text) {
        jdbc.sql("alter table catalog.own_item disable trigger keep_published").update();
        jdbc.sql(
                        """
                        update catalog.own_item
                           set content = jsonb_set(content, array['fields', ?], to_jsonb(?::text))
                         where region = ? and code = ?
                        """)
                .params(column, text, region, code)
                .update();
        jdbc.sql("alter table catalog.own_item enable trigger keep_published").update();
    }

    /** The place's one item twenty-five thousand times. */
    private void multiply(String region) {
        jdbc.sql("alter table catalog.own_item disable trigger keep_published").update();
        jdbc.sql(
                        """
                        insert into catalog.own_item (region, code, publication, level, parent,
                               template, department, name_zh, until_day, withdrawn, waits_for,
                               content, digest)
                        select region, 'SPARSE-' || lpad(n::text, 5, '0'), publication, level,
                               parent, template, department, name_zh, until_day, withdrawn,
                               waits_for, content, digest
                          from catalog.own_item, generate_series(1, 25000) n
                         where region = ? and code = 'SPARSE000001'
                        """)
                .param(region)
                .update();
        jdbc.sql("alter table catalog.own_item enable trigger keep_published").update();
        jdbc.sql("analyze catalog.own_item").update();
    }

    private JsonNode differing(String region, String code) throws Exception {
        for (JsonNode item : json(get(DIFFERENCES + "?region=" + region)).path("items")) {
            if (item.path("code").asString().equals(code)
                    && item.path("region").asString().equals(region)) {
                return item;
            }
        }
        throw new AssertionError(code + " does not differ at " + region);
    }

    private List<String> codes(String path) throws Exception {
        List<String> codes = new ArrayList<>();
        json(get(path)).path("items").forEach(item -> codes.add(item.path("code").asString()));
        return codes;
    }

    private List<String> gaps(String region, String kind) throws Exception {
        return codes("/api/catalog/item-gaps?limit=200&region=" + region + "&kind=" + kind);
    }

    /** Element, value above, value here, whether it must agree, who mends it. */
    private static List<String> elements(JsonNode item) {
        List<String> elements = new ArrayList<>();
        item.path("elements")
                .forEach(
                        it ->
                                elements.add(
                                        String.join(
                                                ":",
                                                it.path("element").asString(),
                                                it.path("there").asString(),
                                                it.path("here").asString(),
                                                it.path("must").asString(),
                                                it.path("mender").asString())));
        return elements;
    }

    private String text(String path) throws Exception {
        MockHttpServletResponse answer = answer(get(path));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private JsonNode json(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return json(request, 200);
    }

    private JsonNode json(AbstractMockHttpServletRequestBuilder<?> request, int status)
            throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private String rule(AbstractMockHttpServletRequestBuilder<?> request, int status)
            throws Exception {
        return json(request, status).path("rule").asString();
    }

    private static AbstractMockHttpServletRequestBuilder<?> asked(
            AbstractMockHttpServletRequestBuilder<?> request, String person, String tag) {
        return request.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", tag)
                .header("X-Person", person)
                .header("X-Role", "CATALOG_EDITOR")
                .header("X-Region", "000000");
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        MockHttpServletResponse answer =
                web.perform(
                                request.with(
                                        sent -> {
                                            if (sent.getHeader("X-Role") == null) {
                                                sent.addHeader("X-Role", "CATALOG_EDITOR");
                                                sent.addHeader("X-Region", "000000");
                                                sent.addHeader("X-Person", FIRST);
                                            }
                                            return sent;
                                        }))
                        .andReturn()
                        .getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }
}
