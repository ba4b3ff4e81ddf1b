package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.xiangmuzhang.catalog.Csv;
import org.xiangmuzhang.practices.Practice;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** The catalog and its items as anybody reads them. */
@SpringBootTest(classes = CatalogApplication.class)
@AutoConfigureMockMvc
class PublicItemsTests {

    private static final String ITEMS = "/items";

    private final MockMvc web;

    @Autowired
    PublicItemsTests(MockMvc web) {
        this.web = web;
    }

    @Test
    void findsByPinyinAndKeepsTheWordsInEveryLink() throws Exception {
        Document page = page(ITEMS + "?region=140500&q=guihua");

        assertThat(page.select("tbody th a").eachText()).contains("建设工程规划许可证核发");
        assertThat(page.select("input[name=q]").val()).isEqualTo("guihua");
        String stage = page.select("dd a[href*=stage=PLANNING_PERMIT]").attr("href");
        assertThat(stage).contains("q=guihua").contains("region=140500");
        Document narrowed = page(stage);
        assertThat(narrowed.select("input[type=hidden][name=stage]").val())
                .isEqualTo("PLANNING_PERMIT");
        assertThat(narrowed.select("tbody td:eq(1)").eachText()).containsOnly("工程建设许可");
        assertThat(narrowed.select("dd a[aria-current=true]").attr("href"))
                .contains("q=guihua")
                .doesNotContain("stage");
        assertThat(narrowed.select("form").attr("method")).isEqualTo("get");
    }

    @Test
    void countsWhatEachLinkShows() throws Exception {
        for (String aspect : List.of("stage", "lifeCycle", "theme", "department")) {
            Document page = page(ITEMS);
            Element link = page.select("dd a[href*=" + aspect + "=]").get(0);
            String count = link.select(".soft").text();
            assertThat(page(link.attr("href")).select(".section-header .soft").text())
                    .as(aspect)
                    .isEqualTo(count + " 个事项");
        }
    }

    @Test
    void pagesAndSaysSoWhenNothingIsFound() throws Exception {
        Document first = page(ITEMS);
        assertThat(first.select("tbody tr")).hasSize(50);
        Document second = page(first.select("a[rel=next]").attr("href"));
        assertThat(second.select("tbody th a").eachAttr("href"))
                .hasSize(50)
                .doesNotContainAnyElementsOf(first.select("tbody th a").eachAttr("href"));
        assertThat(page(ITEMS + "?q=没有这样的事项").text()).contains("没有符合条件的事项");
        assertThat(page(ITEMS + "?q=%3Cscript%3Ealert(1)%3C/script%3E").select("main script"))
                .isEmpty();
    }

    @Test
    @Practice("PR-143")
    void anItemTellsAnEnterpriseEverythingOnOnePage() throws Exception {
        Document page = page(ITEMS + "/CONSTRUCTION-PERMIT?region=140500");

        assertThat(page.select("h1").text()).isEqualTo("建筑工程施工许可证核发");
        assertThat(page.select("dl").text())
                .contains("住房", "7 日（自然日）", "1 个工作日", "CONSTRUCTION-PERMIT")
                .containsPattern("第 1\\S* 版");
        assertThat(page.select("section[aria-labelledby=materials] tbody tr")).isNotEmpty();
        assertThat(page.select("section[aria-labelledby=before] a").eachText())
                .contains("建设工程规划许可证核发");
        assertThat(page.select("section[aria-labelledby=after] a")).isNotEmpty();
        assertThat(page.select("section[aria-labelledby=together] a[href*=theme=PKG-TEN-DAY]"))
                .hasSize(1);
        assertThat(page.select("section[aria-labelledby=together] a[href*=/guides/BUILD-FACTORY]"))
                .hasSize(1);
        assertThat(page.select("figure svg path").attr("d")).startsWith("M");
        assertThat(page.select("figure a").attr("href"))
                .endsWith("/items/CONSTRUCTION-PERMIT?region=140500");
        assertThat(page.select("form")).isEmpty();
    }

    @Test
    void namesTheClauseThatAsksForAMaterial() throws Exception {
        assertThat(
                        page(ITEMS + "/EIA-REPORT")
                                .select("section[aria-labelledby=materials] td")
                                .eachText())
                .anyMatch(cell -> cell.startsWith("环境影响评价法"));
    }

    @Test
    void everyItemHasAPageWithoutGapsInBothLanguages() throws Exception {
        for (Map<String, String> item : Csv.shipped("items").rows()) {
            for (String language : List.of("zh-CN", "en")) {
                String path = ITEMS + "/" + item.get("item_code") + "?lang=" + language;
                assertThat(page(path).text()).as(path).doesNotContain("??");
            }
        }
        assertThat(page(ITEMS + "?lang=en").text()).doesNotContain("??");
    }

    @Test
    void refusesWithASentence() throws Exception {
        for (String path :
                List.of(
                        ITEMS + "/NO-SUCH-ITEM",
                        ITEMS + "?region=999999",
                        ITEMS + "?after=abc",
                        ITEMS + "?q=" + "供".repeat(201))) {
            MockHttpServletResponse answer = web.perform(get(path)).andReturn().getResponse();
            assertThat(answer.getStatus()).as(path).isIn(404, 422);
            assertThat(answer.getContentAsString()).as(path).contains("notice-page__code");
        }
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer =
                web.perform(get(URI.create(URI.create(path).toASCIIString())))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }
}
