package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.xiangmuzhang.catalog.Csv;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.practices.Practice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who waits for whom, over REST and drawn. */
@SpringBootTest(classes = CatalogApplication.class)
@AutoConfigureMockMvc
class GraphWebTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Region PLACE = new Region("140500");
    private static final String TYPE = "PT-IND-STDLAND";
    private static final String PAGE = "/console/catalog/graph";

    private final MockMvc web;
    private final Catalog catalog;

    @Autowired
    GraphWebTests(MockMvc web, Catalog catalog) {
        this.web = web;
        this.catalog = catalog;
    }

    @Test
    @Practice("PR-288")
    void everyItemOfAnIndustrialProjectIsDrawnWithItsDepartmentAndAllLinksAreDrawnOrImplied()
            throws Exception {
        ProjectType type = catalog.projectType(PLACE, TYPE).orElseThrow();
        JsonNode graph = json("/api/catalog/project-types/" + TYPE + "/graph?region=140500");
        Document page = page(PAGE + "?region=140500&all=true&type=" + TYPE);

        assertThat(graph.path("items"))
                .extracting(item -> item.path("code").asString())
                .containsExactlyInAnyOrderElementsOf(
                        type.items().stream().map(need -> need.item().code()).toList());
        assertThat(page.select(".graph__item")).hasSize(type.items().size());
        for (ProjectType.Need need : type.items()) {
            Item item = need.item();
            Elements box = page.select(".graph__item[href*=item=" + item.code() + "&]");
            assertThat(box.select("title").text())
                    .as(item.code())
                    .contains(item.nameZh(), catalog.departmentName(item.department()));
        }
        Set<List<String>> pairs = new HashSet<>();
        graph.path("links")
                .forEach(
                        link ->
                                pairs.add(
                                        List.of(
                                                link.path("from").asString(),
                                                link.path("to").asString())));
        type.dependencies()
                .forEach(edge -> assertThat(pairs).contains(List.of(edge.from(), edge.to())));
        assertThat(page.select("path.graph__link")).hasSameSizeAs(pairs);
        Document few = page(PAGE + "?region=140500&type=" + TYPE);
        int drawn = few.select("path.graph__link").size();
        assertThat(drawn).isLessThan(pairs.size());
        assertThat(few.select(".graph .card__note").text())
                .contains(Integer.toString(pairs.size() - drawn));
        assertThat(few.select("h1").text()).isEqualTo("谁等谁：" + type.nameZh());
        assertThat(page.text() + few.text()).doesNotContain("??");
    }

    @Test
    void kindsOfLinksDifferByTheirStrokesAndFirmOnesByTheirArrows() throws Exception {
        Document page = page(PAGE + "?all=true&type=" + TYPE);

        assertThat(page.select("path.graph__link").eachAttr("stroke-dasharray"))
                .contains("7 4", "1.5 4");
        assertThat(page.select("path.graph__link:not([stroke-dasharray])")).isNotEmpty();
        assertThat(page.select("path.graph__link[marker-end*=firm]")).isNotEmpty();
        assertThat(page.select("path.graph__link[marker-end*=soft]")).isNotEmpty();
        assertThat(page.select(".graph__legend").text())
                .contains("法定前置", "结果作为材料", "通常次序", "不可放宽", "可放宽");
    }

    @Test
    void pointsOutTheLongestWayAndTheShortestOne() throws Exception {
        String query = "type=" + TYPE + "&from=PROJECT-CODE&to=CONSTRUCTION-PERMIT";
        JsonNode graph =
                json(
                        "/api/catalog/project-types/"
                                + TYPE
                                + "/graph?from=PROJECT-CODE&to=CONSTRUCTION-PERMIT");
        Document longest = page(PAGE + "?" + query);
        Document shortest = page(PAGE + "?way=SHORTEST&" + query);

        int long_ = graph.at("/longest/items").size();
        int short_ = graph.at("/shortest/items").size();
        assertThat(short_).isLessThan(long_);
        assertThat(graph.at("/longest/days").asInt())
                .isGreaterThan(graph.at("/shortest/days").asInt());
        assertThat(graph.at("/longest/items/0").asString()).isEqualTo("PROJECT-CODE");
        assertThat(graph.at("/longest/items/" + (long_ - 1)).asString())
                .isEqualTo("CONSTRUCTION-PERMIT");
        assertThat(longest.select(".graph__item circle")).hasSize(long_);
        assertThat(shortest.select(".graph__item circle")).hasSize(short_);
        assertThat(longest.select("dl a[aria-current]").text()).contains("用时最长");
        assertThat(
                        page(PAGE + "?type=" + TYPE + "&from=CONSTRUCTION-PERMIT&to=PROJECT-CODE")
                                .text())
                .contains("两者之间没有先后关系");
    }

    @Test
    void drawsAPackageWithWhatThePackageAloneMakes() throws Exception {
        JsonNode change = json("/api/catalog/packages/PKG-CHANGE-1N/graph?region=140522");
        JsonNode merged = json("/api/catalog/packages/PKG-CAD-IN-PLAN/graph?region=350200");

        assertThat(change.path("links"))
                .filteredOn(link -> link.path("origin").asString().equals("PACKAGE"))
                .extracting(link -> link.path("to").asString())
                .containsExactly("FOOD-LICENSE", "HR-SERVICE", "ENTERTAIN-LICENSE");
        assertThat(merged.path("links"))
                .filteredOn(link -> link.path("origin").asString().equals("PACKAGE"))
                .singleElement()
                .satisfies(
                        link -> {
                            assertThat(link.path("from").asString()).isEqualTo("ENG-PLAN-PERMIT");
                            assertThat(link.path("source").asString()).isEqualTo("PKG-CAD-IN-PLAN");
                        });
        assertThat(page(PAGE + "?bundle=PKG-CHANGE-1N&region=140522").select("details").text())
                .contains("一件事套餐合并办理");
    }

    @Test
    void drawsWhatStandsAroundAnItemAndNamesEveryProducerOfAMaterial() throws Exception {
        JsonNode near = json("/api/catalog/items/SITE-PREEXAM/graph?region=140500");
        JsonNode far = json("/api/catalog/items/SITE-PREEXAM/graph?region=140500&steps=3");

        assertThat(codes(near)).contains("SITE-PREEXAM", "PROJECT-CODE", "GOV-FEASIBILITY");
        assertThat(codes(far)).containsAll(codes(near)).hasSizeGreaterThan(codes(near).size());
        String several =
                Csv.shipped("item_materials").rows().stream()
                        .filter(row -> row.getOrDefault("produced_by_item", "").contains(";"))
                        .map(row -> row.getOrDefault("item_code", ""))
                        .findFirst()
                        .orElseThrow();
        assertThat(json("/api/catalog/items/" + several + "/graph").path("links"))
                .anySatisfy(link -> assertThat(link.path("producers").size()).isGreaterThan(1));
        assertThat(page(PAGE + "?item=" + several).select("details").text()).contains("，或由 ");
    }

    @Test
    void exportsThePictureAndTheGraphAsFiles() throws Exception {
        MockHttpServletResponse svg = answer(PAGE + "/export?to=CONSTRUCTION-PERMIT&type=" + TYPE);
        MockHttpServletResponse json = answer(PAGE + "/export/json?type=" + TYPE);

        assertThat(svg.getContentType()).startsWith("image/svg+xml");
        Document picture =
                Jsoup.parse(svg.getContentAsString(StandardCharsets.UTF_8), "", Parser.xmlParser());
        assertThat(picture.select("svg").attr("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(picture.select("a, script, [style]")).isEmpty();
        assertThat(picture.select("rect.graph__box"))
                .hasSameSizeAs(JSON.readTree(json.getContentAsByteArray()).path("items"));
        assertThat(json.getHeader("Content-Disposition")).contains("graph.json");
    }

    @Test
    void wrongEndsStepsAndThingsAreRefused() throws Exception {
        String graph = "/api/catalog/project-types/" + TYPE + "/graph";
        assertThat(problem(graph + "?to=NOBODY", 422)).isEqualTo("graph-item-unknown /to");
        assertThat(problem(graph + "?from=SEAL&to=ENT-FILING", 422))
                .isEqualTo("graph-item-unknown /from");
        assertThat(problem("/api/catalog/items/SITE-PREEXAM/graph?steps=0", 422))
                .isEqualTo("graph-steps /steps");
        assertThat(problem("/api/catalog/items/SITE-PREEXAM/graph?steps=10", 422))
                .isEqualTo("graph-steps /steps");
        assertThat(problem("/api/catalog/items/NOBODY/graph", 404)).startsWith("item-unknown");
        assertThat(problem("/api/catalog/packages/NOBODY/graph", 404))
                .startsWith("package-unknown");
        assertThat(problem("/api/catalog/project-types/NOBODY/graph", 404))
                .startsWith("project-type-unknown");
        assertThat(answer(PAGE + "?item=<script>").getStatus()).isEqualTo(404);
    }

    private static Set<String> codes(JsonNode graph) {
        return graph.path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .collect(Collectors.toSet());
    }

    private String problem(String path, int status) throws Exception {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(status);
        JsonNode problem = JSON.readTree(answer.getContentAsByteArray());
        return problem.path("rule").asString() + " " + problem.at("/pointers/0").asString("");
    }

    private JsonNode json(String path) throws Exception {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse();
    }
}
