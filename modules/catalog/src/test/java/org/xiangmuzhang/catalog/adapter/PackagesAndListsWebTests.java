package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.xiangmuzhang.catalog.Csv;
import org.xiangmuzhang.catalog.TestCatalog;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.domain.list.ListKind;
import org.xiangmuzhang.catalog.port.in.Overriding;
import org.xiangmuzhang.catalog.port.in.OverridingRows;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.practices.Practice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;

@SpringBootTest(classes = CatalogApplication.class)
@AutoConfigureMockMvc
class PackagesAndListsWebTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PACKAGES = "/api/catalog/packages";
    private static final String LISTS = "/api/catalog/lists";
    private static final String PACKAGE_PAGES = "/console/catalog/packages";
    private static final String LIST_PAGES = "/console/catalog/lists";
    private static final String FIRST = new UUID(0, 7).toString();
    private static final String SECOND = new UUID(0, 8).toString();

    private final MockMvc web;
    private final MovableClock clock;
    private final OverridingRows rows;
    private final Overriding overriding;

    @Autowired
    PackagesAndListsWebTests(
            MockMvc web, MovableClock clock, OverridingRows rows, Overriding overriding) {
        this.web = web;
        this.clock = clock;
        this.rows = rows;
        this.overriding = overriding;
    }

    @Test
    void listsPackagesPageByPageAndByFamily() throws Exception {
        Set<String> codes = new HashSet<>();
        String next = "";
        do {
            JsonNode page =
                    json(get(PACKAGES + "?limit=20" + (next.isEmpty() ? "" : "&after=" + next)));
            page.path("items")
                    .forEach(line -> assertThat(codes.add(line.path("code").asString())).isTrue());
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(codes).hasSizeGreaterThanOrEqualTo(Csv.shipped("packages").rows().size());
        assertThat(json(get(PACKAGES + "?family=ONE_PLUS_N")).path("items"))
                .extracting(line -> line.path("code").asString())
                .contains("PKG-CHANGE-1N", "PKG-LICENCE-CHANGE")
                .doesNotContain("PKG-SNACK");
    }

    @Test
    @Practice({"PR-050", "PR-149"})
    void reductionsOfAPackageAreComputedAgainstItsItemsOneByOneAndShownBesideThePublished()
            throws Exception {
        JsonNode opening = json(get(PACKAGES + "/PKG-OPENING?region=431000"));

        assertThat(opening.path("items"))
                .extracting(part -> part.at("/item/department").asString())
                .contains("MSR", "PSB", "TAX", "HRSS", "MEDINS", "FUND", "BANK");
        assertThat(opening.at("/promised/days").asInt()).isEqualTo(1);
        JsonNode snack = json(get(PACKAGES + "/PKG-SNACK?region=140522"));
        for (String measure : List.of("DAYS", "STEPS", "MATERIALS", "TRIPS")) {
            JsonNode saving = saving(snack, measure);
            int before = 0;
            for (JsonNode term : saving.path("oneByOne")) {
                before += term.path("value").asInt();
            }
            assertThat(saving.path("before").asInt()).as(measure).isEqualTo(before);
            assertThat(saving.path("saved").asInt())
                    .isEqualTo(before - saving.path("after").asInt());
            assertThat(saving.path("percent").isNumber()).isTrue();
            assertThat(saving.at("/published/0/percent").asBoolean()).isTrue();
        }
        assertThat(saving(snack, "TRIPS").path("percent").asDouble()).isEqualTo(50.0);
        assertThat(saving(snack, "TRIPS").at("/published/0/change").asInt()).isEqualTo(80);
        assertThat(saving(snack, "TRIPS").path("proven").asBoolean()).isFalse();
        assertThat(saving(snack, "TRIPS").path("assumed").valueStream().map(JsonNode::asString))
                .containsExactly("DEFAULT");
        Document page = page(PACKAGE_PAGES + "/PKG-SNACK?region=140522");
        assertThat(page.select("section[aria-labelledby=saves]").text())
                .contains("跑动次数 未证实 4 2 2 (50.0%) 减少 80%");
    }

    private static JsonNode saving(JsonNode matter, String measure) {
        return matter.path("savings")
                .valueStream()
                .filter(saving -> saving.path("measure").asString().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneFormAsksEachThingOnceAndOnlyWhatTheApplicantHasToBring() throws Exception {
        JsonNode form = json(get(PACKAGES + "/PKG-FIRST-CHECK/form?region=330205"));

        assertThat(form.path("fields"))
                .extracting(field -> field.path("meaning").asString())
                .doesNotHaveDuplicates()
                .contains("PROJECT-CODE", "PERMIT-NO");
        assertThat(form.path("materials"))
                .hasSize(13)
                .allSatisfy(
                        material ->
                                assertThat(material.path("fate").asString())
                                        .isEqualTo("HANDED_IN"));
        assertThat(rule(get(PACKAGES + "/PKG-VETERAN/form"), 409))
                .isEqualTo("package-without-items");
        assertThat(rule(get(PACKAGES + "/X/form"), 404)).isEqualTo("package-unknown");
        assertThat(rule(get(PACKAGES + "?region=999999"), 422)).isEqualTo("region-unknown");
    }

    @Test
    void previewWorksOutItemsThatAreNoPackageYet() throws Exception {
        JsonNode preview =
                json(
                        get(PACKAGES + "/preview")
                                .param("items", "BUSINESS-REG", "TOBACCO-RETAIL", "NOT-HERE")
                                .param("family", "TRADE")
                                .param("promised", "4"));

        assertThat(saving(preview, "DAYS").path("computed").asInt()).isEqualTo(6);
        assertThat(saving(preview, "DAYS").path("after").asInt()).isEqualTo(4);
        assertThat(preview.path("usable").asBoolean()).isFalse();
        assertThat(preview.path("lapsed").valueStream().map(JsonNode::asString))
                .containsExactly("NOT-HERE");
    }

    @Test
    void editorPreviewsAPackageAndASecondPersonLetsItHold() throws Exception {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("region", "140522");
        typed.put("code", "PKG-SHOP");
        typed.put("name_zh", "我要开便利店");
        typed.put("name_en", "I want to open a shop");
        typed.put("family", "TRADE");
        typed.put("kind", "ONE_MATTER");
        typed.put("trade_code", "52");
        typed.put("lead_dept_code", "MSR");
        typed.put("item_codes", "BUSINESS-REG\nFOOD-LICENSE\nTOBACCO-RETAIL");
        typed.put("promised_days", "4");
        typed.put("handling_mode", "one window");
        typed.put("published_effect", "none yet");

        Document preview =
                page(with(get(PACKAGE_PAGES + "/edit"), typed), "CATALOG_EDITOR", "140522");
        assertThat(preview.select("section[aria-labelledby=saves]").text()).contains("环节");
        assertThat(preview.select("form[method=post] input[name=item_codes]").val())
                .isEqualTo("BUSINESS-REG;FOOD-LICENSE;TOBACCO-RETAIL");
        assertThat(rule(get(PACKAGES + "/PKG-SHOP?region=140522"), 404))
                .isEqualTo("package-unknown");

        typed.put("from", today().toString());
        typed.put("reason", "开店多");
        MockHttpServletResponse sent =
                answer(
                        with(post(PACKAGE_PAGES + "/edit/proposals"), typed)
                                .header("X-Role", "CATALOG_EDITOR")
                                .header("X-Region", "140522")
                                .header("X-Person", FIRST));
        assertThat(sent.getStatus()).isEqualTo(302);
        assertThat(sent.getRedirectedUrl()).contains("/tables/packages/row", "PKG-SHOP");

        String way = "/api/catalog/tables/packages/override/proposal";
        String query = "?key=PKG-SHOP&region=140522";
        assertThat(answer(decision(way + "/decision" + query, FIRST)).getStatus()).isEqualTo(403);
        assertThat(answer(decision(way + "/decision" + query, SECOND)).getStatus()).isEqualTo(200);

        JsonNode shop = json(get(PACKAGES + "/PKG-SHOP?region=140522"));
        assertThat(shop.path("lead").asString()).isEqualTo("MSR");
        assertThat(shop.at("/promised/days").asInt()).isEqualTo(4);
        assertThat(shop.path("items")).hasSize(3);
        assertThat(page(PACKAGE_PAGES + "/PKG-SHOP?region=140522").select("h1").text())
                .isEqualTo("我要开便利店");
        assertThat(rule(get(PACKAGES + "/PKG-SHOP?region=330200"), 404))
                .isEqualTo("package-unknown");
    }

    private AbstractMockHttpServletRequestBuilder<?> decision(String path, String person) {
        return post(path)
                .content("{\"outcome\":\"APPROVED\",\"reason\":\"同意\"}")
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Role", "CATALOG_EDITOR")
                .header("X-Region", "140522")
                .header("X-Person", person);
    }

    @Test
    void editorIsToldWhichItemsThereAreNot() throws Exception {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("region", "140522");
        typed.put("code", "PKG-NONE");
        typed.put("item_codes", "BUSINESS-REG;NO-SUCH-ITEM");
        typed.put("from", today().toString());
        typed.put("reason", "试");

        MockHttpServletResponse sent =
                answer(
                        with(post(PACKAGE_PAGES + "/edit/proposals"), typed)
                                .header("X-Role", "CATALOG_EDITOR")
                                .header("X-Region", "140522"));

        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(sent.getRedirectedUrl()).contains("/console/catalog/packages/edit");
        assertThat(
                        json(get("/api/catalog/tables/packages/override/proposal?key=PKG-NONE&region=140522")
                                        .header("X-Role", "CATALOG_EDITOR"))
                                .path("proposal")
                                .isNull())
                .isTrue();
    }

    @Test
    void everyPackageHasAPageWithoutGapsInBothLanguages() throws Exception {
        Document list = page(PACKAGE_PAGES);
        assertThat(list.select("h1").text()).isEqualTo("一件事套餐");
        assertThat(list.text() + page(PACKAGE_PAGES + "?lang=en").text()).doesNotContain("??");
        for (Map<String, String> row : Csv.shipped("packages").rows()) {
            String path = PACKAGE_PAGES + "/" + row.get("package_code");
            assertThat(page(path).text()).as(path).doesNotContain("??");
            assertThat(page(path + "?lang=en").text()).as(path).doesNotContain("??");
        }
        assertThat(page(PACKAGE_PAGES + "?family=SAME_DAY&name=五证").select("tbody th a").eachText())
                .containsExactly("五证同发（交地即交证）");
    }

    @Test
    void everyListHasItsTabItsCountAndItsPageInBothLanguages() throws Exception {
        JsonNode counts = json(get(LISTS));
        assertThat(counts).hasSize(ListKind.values().length);
        for (JsonNode count : counts) {
            String kind = count.path("list").asString();
            Document page = page(LIST_PAGES + "?list=" + kind);
            boolean office = ListKind.OF_THE_OFFICE.contains(ListKind.valueOf(kind));
            assertThat(page.select(".tabs a"))
                    .hasSameSizeAs(office ? ListKind.OF_THE_OFFICE : ListKind.SEVEN);
            assertThat(page.select(".tabs a[aria-current] .tabs__count").text())
                    .isEqualTo(count.path("lines").asString());
            assertThat(page.text()).as(kind).doesNotContain("??");
            assertThat(page(LIST_PAGES + "?lang=en&list=" + kind).text())
                    .as(kind)
                    .doesNotContain("??");
        }
        assertThat(page(LIST_PAGES).select("tbody th a").eachAttr("href").getFirst())
                .startsWith("/console/catalog/items/");
    }

    @Test
    @Practice("PR-259")
    void sevenListsOfAProjectTypeAreGeneratedFromTheCatalogue() throws Exception {
        String narrowed = "?type=PT-IND-GENERAL&region=330205&limit=200";
        Set<String> needs = new HashSet<>();
        json(get("/api/catalog/project-types/PT-IND-GENERAL?region=330205"))
                .path("stages")
                .forEach(
                        stage ->
                                stage.path("items")
                                        .forEach(
                                                need ->
                                                        needs.add(
                                                                need.at("/item/code").asString())));
        Document page = page(LIST_PAGES + "?list=ITEMS&type=PT-IND-GENERAL&region=330205");
        assertThat(page.select(".tabs a").eachText())
                .extracting(text -> text.replaceAll("\\d+$", ""))
                .containsExactly("审批事项", "中介服务清单", "审批权限", "事后监管", "提前预审", "部门协调", "代办考核");
        for (ListKind kind : ListKind.SEVEN) {
            JsonNode list = json(get(LISTS + "/" + kind + narrowed));
            assertThat(list.path("items")).as(kind.name()).isNotEmpty();
            for (JsonNode line : list.path("items")) {
                assertThat(line.path("items").valueStream().map(JsonNode::asString))
                        .as(kind + " " + line.path("key").asString())
                        .isSubsetOf(needs);
            }
            assertThat(
                            page(LIST_PAGES
                                            + "?lang=en&type=PT-IND-GENERAL&region=330205&list="
                                            + kind)
                                    .text())
                    .doesNotContain("??");
            assertThat(answer(get(LISTS + "/" + kind + "/export" + narrowed)).getStatus())
                    .isEqualTo(200);
        }
        assertThat(needs).contains("LAND-PLAN-PERMIT");
        JsonNode early = json(get(LISTS + "/EARLY_CHECK" + narrowed)).path("items");
        assertThat(early)
                .anySatisfy(
                        line -> {
                            assertThat(line.path("key").asString()).isEqualTo("LAND-PLAN-PERMIT");
                            assertThat(line.at("/cells/WAITS_FOR").asString())
                                    .contains("LAND-GRANT");
                        });
        assertThat(json(get(LISTS + "/COORDINATION" + narrowed)).path("items"))
                .allSatisfy(
                        line ->
                                assertThat(line.at("/cells/OTHERS").asString().split(";"))
                                        .doesNotContain(line.path("department").asString()));
        String oversight = LISTS + "/OVERSIGHT" + narrowed;
        JsonNode before = json(get(oversight));
        assertThat(before.path("items"))
                .extracting(line -> line.path("key").asString())
                .contains("LAND-PLAN-PERMIT/COMMITMENT");
        overriding.override(
                new Region("330205"),
                "LAND-PLAN-PERMIT",
                new LocalValues(null, null, null, null, false, null, null, null, null),
                0,
                TestCatalog.editor("330205"));
        JsonNode after = json(get(oversight));
        assertThat(after.path("version").asString())
                .isNotEqualTo(before.path("version").asString());
        assertThat(after.path("items"))
                .extracting(line -> line.path("key").asString())
                .contains("ENG-PLAN-PERMIT/COMMITMENT")
                .doesNotContain("LAND-PLAN-PERMIT/COMMITMENT");
        assertThat(rule(get(LISTS + "/ITEMS?type=PT-NONE"), 422)).isEqualTo("project-type-unknown");
    }

    @Test
    @Practice("PR-247")
    void requirementsOfDepartmentsAreJoinedIntoOneStandardOfATradeAndContradictionsAreReported()
            throws Exception {
        String standard = LISTS + "/TRADE_STANDARD?type=62&region=350700";
        JsonNode shipped = json(get(standard));
        assertThat(shipped.path("items"))
                .allSatisfy(line -> assertThat(line.at("/cells/TRADE").asString()).isEqualTo("62"));
        JsonNode fume = required(shipped, "62/FUME-CLEANER/REQUIRED");
        assertThat(fume.at("/cells/OTHERS").asString()).isEqualTo("EE;MSR");
        assertThat(fume.path("items").valueStream().map(JsonNode::asString))
                .containsExactly("EIA-REGISTER", "FOOD-LICENSE");

        require("TR-LOCAL-1", "HYGIENE-LICENSE", "KITCHEN-AREA", "MIN", "12", "平方米");
        require("TR-LOCAL-2", "HYGIENE-LICENSE", "DISTANCE-TO-POLLUTION", "MAX", "20", "米");
        require("TR-LOCAL-3", "EIA-REGISTER", "SEATS", "MAX", "200", "座");
        require("TR-LOCAL-4", "HYGIENE-LICENSE", "SEATS", "MAX", "300", "人");

        JsonNode joined = json(get(standard));
        JsonNode kitchen = required(joined, "62/KITCHEN-AREA/MIN");
        assertThat(kitchen.at("/cells/VALUE").asString()).isEqualTo("12 平方米");
        assertThat(kitchen.at("/cells/OTHERS").asString()).isEqualTo("HEALTH;MSR");
        assertThat(required(joined, "62/DISTANCE-TO-POLLUTION/MIN").isMissingNode()).isTrue();
        assertThat(joined.path("leftOut"))
                .extracting(one -> one.path("key").asString() + " " + one.path("reason").asString())
                .containsExactly(
                        "TR-62-POLLUTION, TR-LOCAL-2 CONTRADICTORY",
                        "TR-LOCAL-3, TR-LOCAL-4 UNITS_DIFFER");
        Document page = page(LIST_PAGES + "?list=TRADE_STANDARD&type=62&region=350700");
        assertThat(page.select("#type option[selected]").text()).isEqualTo("餐饮业");
        assertThat(page.text()).contains("12 平方米", "各部门的要求相互抵触").doesNotContain("??");
        assertThat(
                        answer(get(LISTS + "/TRADE_STANDARD/export?type=62&region=350700"))
                                .getContentAsString(StandardCharsets.UTF_8))
                .contains("不低于", "12 平方米")
                .doesNotContain("TR-LOCAL-2");
        assertThat(rule(get(LISTS + "/TRADE_STANDARD?type=XX"), 422)).isEqualTo("industry-unknown");
    }

    private static JsonNode required(JsonNode standard, String key) {
        return standard.path("items")
                .valueStream()
                .filter(line -> line.path("key").asString().equals(key))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void require(
            String code, String item, String subject, String rule, String value, String unit) {
        rows.override(
                new Region("350700"),
                "trade_requirements",
                code,
                new LocalRow(
                        false,
                        Map.ofEntries(
                                Map.entry("requirement_code", code),
                                Map.entry("trade_code", "62"),
                                Map.entry("item_code", item),
                                Map.entry("subject_code", subject),
                                Map.entry("name_zh", "要求"),
                                Map.entry("name_en", "Requirement"),
                                Map.entry("rule", rule),
                                Map.entry("value", value),
                                Map.entry("unit_zh", unit),
                                Map.entry("content_zh", "当地要求"),
                                Map.entry("source_id", "DEFAULT"))),
                0,
                TestCatalog.editor("350700"));
    }

    @Test
    void listComesPageByPageWithVersionAndDay() throws Exception {
        Set<String> keys = new HashSet<>();
        String next = "";
        int lines;
        do {
            JsonNode page =
                    json(
                            get(
                                    LISTS
                                            + "/POWERS?limit=30"
                                            + (next.isEmpty() ? "" : "&after=" + next)));
            page.path("items")
                    .forEach(line -> assertThat(keys.add(line.path("key").asString())).isTrue());
            lines = page.path("lines").asInt();
            assertThat(page.path("version").asString()).hasSize(12);
            assertThat(page.path("day").asString()).isEqualTo(today().toString());
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(keys).hasSize(lines);
        assertThat(json(get(LISTS + "/POWERS?department=CAD")).path("items"))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.path("department").asString()).isEqualTo("CAD"));
    }

    @Test
    void listIsExportedInThreeFormsWithFormulasMadeHarmless(@TempDir Path folder) throws Exception {
        Region city = new Region("330200");
        rows.override(
                city,
                "item_services",
                "POWER-CONN/WEEKEND",
                new LocalRow(
                        false,
                        Map.of(
                                "item_code", "POWER-CONN",
                                "way", "WEEKEND",
                                "hours", "09:00-12:00",
                                "note", "=HYPERLINK(\"http://x\",\"y\")",
                                "source_id", "DEFAULT")),
                0,
                TestCatalog.editor("330200"));
        String export = LISTS + "/WEEKEND/export?region=330200&format=";

        MockHttpServletResponse csv = answer(get(export + "CSV"));
        List<NamedCsvRecord> lines =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                csv.getContentAsString(StandardCharsets.UTF_8).substring(1))
                        .stream()
                        .toList();
        MockHttpServletResponse xlsx = answer(get(export + "XLSX"));
        Document sheet = sheet(xlsx.getContentAsByteArray(), folder.resolve("list.xlsx"));
        JsonNode json = json(get(export + "JSON"));

        assertThat(csv.getContentAsString(StandardCharsets.UTF_8)).startsWith("\uFEFF事项代码,");
        assertThat(csv.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"weekend-330200-%s.csv\"".formatted(today()));
        assertThat(lines)
                .hasSize(json.path("lines").size())
                .anySatisfy(
                        line -> {
                            assertThat(line.getField("事项代码")).isEqualTo("POWER-CONN");
                            assertThat(line.getField("说明")).startsWith("'=HYPERLINK");
                        });
        assertThat(xlsx.getContentType()).contains("spreadsheetml");
        assertThat(sheet.select("t").eachText())
                .contains("用电报装")
                .anySatisfy(text -> assertThat(text).startsWith("'=HYPERLINK"));
        assertThat(sheet.select("f")).isEmpty();
        assertThat(sheet.select("row")).hasSize(lines.size() + 1);
        assertThat(json.path("region").asString()).isEqualTo("330200");
        assertThat(json.path("version").asString())
                .isEqualTo(json(get(LISTS + "/WEEKEND?region=330200")).path("version").asString());
        assertThat(answer(get(LIST_PAGES + "/export?list=WEEKEND&format=CSV")).getStatus())
                .isEqualTo(200);
        assertThat(answer(get(LISTS + "/WEEKEND/export?format=PDF")).getStatus()).isEqualTo(422);
        assertThat(answer(get(LISTS + "/NO_LIST")).getStatus()).isIn(404, 422);
    }

    private static Document sheet(byte[] book, Path file) throws IOException {
        Files.write(file, book);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return Jsoup.parse(sheet, "UTF-8", "", Parser.xmlParser());
        }
    }

    @Test
    @Practice({"PR-011", "PR-116"})
    void weekendAndTownshipListsAreAdjustedByTwoPeopleAndKeepTheirDays() throws Exception {
        LocalDate first = today();
        String weekend = "GAS-CONN/WEEKEND";
        String township = "HYGIENE-LICENSE/TOWNSHIP";
        agreed(
                weekend,
                "\"item_code\":\"GAS-CONN\",\"way\":\"WEEKEND\",\"place_zh\":\"市民中心\","
                        + "\"hours\":\"09:00-12:00\",\"source_id\":\"DEFAULT\"");
        agreed(
                township,
                "\"item_code\":\"HYGIENE-LICENSE\",\"way\":\"TOWNSHIP\",\"place_zh\":\"各乡镇\","
                        + "\"valid_from\":\"%s\",\"valid_until\":\"%s\",\"source_id\":\"DEFAULT\""
                                .formatted(first, first.plusDays(2)));

        JsonNode line = line("WEEKEND", "GAS-CONN", first);
        assertThat(line.at("/cells/UNIT").asString()).isEqualTo("市民中心");
        assertThat(line.at("/cells/HOURS").asString()).isEqualTo("09:00-12:00");
        assertThat(line("TOWNSHIP", "HYGIENE-LICENSE", first.plusDays(2)).isMissingNode())
                .isFalse();
        assertThat(line("TOWNSHIP", "HYGIENE-LICENSE", first.plusDays(3)).isMissingNode()).isTrue();

        clock.forward(Duration.ofDays(1));
        rows.override(
                new Region("140581"),
                "item_services",
                weekend,
                new LocalRow(true, Map.of()),
                1,
                TestCatalog.editor("140581"));

        assertThat(line("WEEKEND", "GAS-CONN", first).isMissingNode()).isFalse();
        assertThat(line("WEEKEND", "GAS-CONN", first.plusDays(1)).isMissingNode()).isTrue();
        JsonNode changes = json(get(LISTS + "/WEEKEND/changes?region=140581&from=" + first));
        assertThat(changes.path("removed"))
                .extracting(one -> one.path("key").asString())
                .containsExactly("GAS-CONN");
        assertThat(page(LIST_PAGES + "/changes?list=WEEKEND&region=140581&from=" + first).text())
                .contains("移出", "GAS-CONN")
                .doesNotContain("??");
        assertThat(
                        rule(
                                get(
                                        LISTS
                                                + "/WEEKEND/changes?region=140581&from="
                                                + first
                                                + "&until=2001-01-01"),
                                422))
                .isEqualTo("days-out-of-order");
        assertThat(rule(get(LISTS + "/WEEKEND?day=2001-01-01"), 404))
                .isEqualTo("list-before-catalog");
    }

    private JsonNode line(String list, String key, LocalDate day) throws Exception {
        return json(get(LISTS + "/" + list + "?limit=200&region=140581&day=" + day))
                .path("items")
                .valueStream()
                .filter(line -> line.path("key").asString().equals(key))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void agreed(String key, String fields) throws Exception {
        String way = "/api/catalog/tables/item_services/override";
        String query = "?key=" + key + "&region=140581";
        MockHttpServletResponse proposed =
                answer(
                        post(way + "/proposals" + query)
                                .content(
                                        "{\"fields\":{%s},\"from\":\"%s\",\"reason\":\"群众需要\"}"
                                                .formatted(fields, today()))
                                .contentType(MediaType.APPLICATION_JSON)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("X-Role", "CATALOG_EDITOR")
                                .header("X-Region", "140581")
                                .header("X-Person", FIRST));
        assertThat(proposed.getStatus()).as(proposed.getContentAsString()).isEqualTo(201);
        MockHttpServletResponse decided =
                answer(
                        decision(way + "/proposal/decision" + query, SECOND)
                                .with(
                                        request -> {
                                            request.removeHeader("X-Region");
                                            request.addHeader("X-Region", "140581");
                                            return request;
                                        }));
        assertThat(decided.getStatus()).as(decided.getContentAsString()).isEqualTo(200);
    }

    @Test
    @Practice("PR-209")
    void itemMovedToTheTownshipIsRoutedByThePlaceOfWhoAsks() throws Exception {
        Region park = new Region("Z350900DQ");
        rows.override(
                park,
                "item_delegations",
                "BUSINESS-REG/" + park.code(),
                new LocalRow(
                        false,
                        Map.of(
                                "item_code", "BUSINESS-REG",
                                "region_code", park.code(),
                                "mode", "ENTRUSTED",
                                "dept_code", "PARK",
                                "source_id", "DEFAULT")),
                0,
                TestCatalog.editor(park.code()));
        rows.override(
                new Region("350583"),
                "item_services",
                "BUSINESS-REG/TOWNSHIP",
                new LocalRow(true, Map.of()),
                0,
                TestCatalog.editor("350583"));

        assertThat(desks("BUSINESS-REG", "350823"))
                .startsWith("TOWNSHIP MSR", "DEPARTMENT MSR", "CITY_WIDE MSR");
        assertThat(desks("BUSINESS-REG", "350583")).startsWith("DEPARTMENT MSR");
        assertThat(desks("BUSINESS-REG", park.code())).startsWith("PARK PARK", "TOWNSHIP MSR");
        assertThat(desks("CONSTRUCTION-PERMIT", "350823")).containsExactly("DEPARTMENT HURD");
        assertThat(
                        page("/console/catalog/items/BUSINESS-REG?region=350823")
                                .select("section[aria-labelledby=desks] li:first-child")
                                .text())
                .startsWith("乡镇 乡镇便民服务中心");
        assertThat(page("/console/catalog/items/BUSINESS-REG?lang=en&region=" + park.code()).text())
                .contains("Where to go", "Entrusted")
                .doesNotContain("??");
    }

    private List<String> desks(String item, String region) throws Exception {
        return json(get("/api/catalog/items/" + item + "?region=" + region))
                .path("desks")
                .valueStream()
                .map(desk -> desk.path("where").asString() + " " + desk.path("organ").asString())
                .toList();
    }

    @Test
    @Practice("PR-294")
    void listOfFrequentItemsIsAdjustedByWhatIsAppliedFor() throws Exception {
        CatalogApplication.ASKED.putAll(Map.of("GAS-CONN", 40L, "SEAL", 12L, "WATER-CONN", 2L));
        String demand = LISTS + "/WEEKEND/demand?region=370404&limit=200";

        JsonNode before = editors(demand);
        assertThat(advice(before, "GAS-CONN")).isEqualTo("ADD 40");
        assertThat(advice(before, "SEAL")).isEqualTo("KEEP 12");
        assertThat(advice(before, "INVOICE")).isEqualTo("REMOVE 0");
        assertThat(advice(before, "WATER-CONN")).isEmpty();
        assertThat(before.at("/items/0/item").asString()).isEqualTo("GAS-CONN");
        assertThat(advice(editors(demand + "&least=13"), "SEAL")).isEqualTo("REMOVE 12");
        Document page =
                page(
                        get(LIST_PAGES + "/demand?list=WEEKEND&region=370404"),
                        "CATALOG_EDITOR",
                        "370404");
        assertThat(page.select("tbody tr:first-child").text()).contains("40", "高频，可列入");
        assertThat(page.select("tbody tr:first-child").select("a[href*=item_services]")).hasSize(1);

        proposedAndAgreed(
                "GAS-CONN/WEEKEND",
                Map.of(
                        "item_code", "GAS-CONN",
                        "way", "WEEKEND",
                        "hours", "09:00-16:00",
                        "source_id", "DEFAULT"));
        proposedAndAgreed("INVOICE/WEEKEND", Map.of("way", "WEEKEND", "instead", "ABSENT"));

        assertThat(advice(editors(demand), "GAS-CONN")).isEqualTo("KEEP 40");
        assertThat(advice(editors(demand), "INVOICE")).isEmpty();
        assertThat(rule(get(demand), 403)).isEqualTo("role-may-not");
        assertThat(
                        rule(
                                get(LISTS + "/WEEKEND/demand?region=140581")
                                        .header("X-Role", "CATALOG_EDITOR")
                                        .header("X-Region", "370404"),
                                403))
                .isEqualTo("demand-of-another-place");
        for (String wrong : List.of("&days=0", "&days=367", "&least=0")) {
            assertThat(
                            rule(
                                    get(demand + wrong)
                                            .header("X-Role", "CATALOG_EDITOR")
                                            .header("X-Region", "370404"),
                                    422))
                    .isEqualTo("demand-bounds");
        }
        assertThat(
                        rule(
                                get(LISTS + "/POWERS/demand?region=370404")
                                        .header("X-Role", "CATALOG_EDITOR")
                                        .header("X-Region", "370404"),
                                422))
                .isEqualTo("list-without-demand");
    }

    private JsonNode editors(String path) throws Exception {
        return json(get(path).header("X-Role", "CATALOG_EDITOR").header("X-Region", "370404"));
    }

    private static String advice(JsonNode demand, String item) {
        return demand.path("items")
                .valueStream()
                .filter(line -> line.path("item").asString().equals(item))
                .map(line -> line.path("advice").asString() + " " + line.path("asked").asLong())
                .findFirst()
                .orElse("");
    }

    /** One editor hands in the form of the row's page, another one agrees. */
    private void proposedAndAgreed(String key, Map<String, String> typed) throws Exception {
        String row = "/console/catalog/tables/item_services/row";
        MockHttpServletResponse proposed =
                answer(
                        with(post(row + "/proposals"), typed)
                                .param("key", key)
                                .param("region", "370404")
                                .param("from", today().toString())
                                .param("reason", "按需求调整")
                                .header("X-Role", "CATALOG_EDITOR")
                                .header("X-Region", "370404")
                                .header("X-Person", FIRST));
        assertThat(proposed.getRedirectedUrl()).as(proposed.getContentAsString()).contains("/row?");
        MockHttpServletResponse decided =
                answer(
                        post(row + "/proposal/decision")
                                .param("key", key)
                                .param("region", "370404")
                                .param("number", "1")
                                .param("outcome", "APPROVED")
                                .param("reason", "同意")
                                .header("X-Role", "CATALOG_EDITOR")
                                .header("X-Region", "370404")
                                .header("X-Person", SECOND));
        assertThat(decided.getStatus()).isEqualTo(302);
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    private static AbstractMockHttpServletRequestBuilder<?> with(
            AbstractMockHttpServletRequestBuilder<?> request, Map<String, String> typed) {
        typed.forEach(request::param);
        return request;
    }

    private Document page(String path) throws Exception {
        return page(get(path), "STEWARD", "140502");
    }

    private Document page(
            AbstractMockHttpServletRequestBuilder<?> request, String role, String region)
            throws Exception {
        MockHttpServletResponse answer =
                answer(request.header("X-Role", role).header("X-Region", region));
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
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
