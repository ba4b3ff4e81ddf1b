package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.xiangmuzhang.catalog.Csv;

import java.util.Map;

@SpringBootTest(classes = CatalogApplication.class)
@AutoConfigureMockMvc
class CatalogPagesTests {

    private static final String ITEMS = "/console/catalog/items";

    private final MockMvc web;

    @Autowired
    CatalogPagesTests(MockMvc web) {
        this.web = web;
    }

    @Test
    void countsAllItemsByStageAndPagesThem() throws Exception {
        Document page = page(ITEMS + "?region=000000");

        assertThat(page.select("h1").text()).isEqualTo("事项目录");
        assertThat(page.select("dd").get(0).select("a").eachText())
                .containsExactly("立项用地规划许可 47", "工程建设许可 21", "施工许可 25", "竣工验收 21", "并行推进 26");
        assertThat(page.select(".section-header .soft").text())
                .isEqualTo(Csv.shipped("items").rows().size() + " 个事项");
        assertThat(page.select("tbody tr")).hasSize(50);
        assertThat(page.select("a[rel=next]")).hasSize(1);
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void narrowsByStageDepartmentAndNameWithoutScript() throws Exception {
        Document page = page(ITEMS + "?stage=LAND_AND_PROJECT&department=NR&q=预审");

        assertThat(page.select("tbody th a").eachText()).containsExactly("建设项目用地预审与选址意见书核发");
        assertThat(page.select("form[role=search]").attr("method")).isEqualTo("get");
        assertThat(page.select("dd a[aria-current=true]").eachText())
                .hasSize(2)
                .allMatch(chosen -> chosen.endsWith("✕ 1"));
    }

    @Test
    void saysSoWhenNothingIsFound() throws Exception {
        assertThat(page(ITEMS + "?q=没有这样的事项").text()).contains("没有符合条件的事项");
    }

    @Test
    void showsOneItemInBothLanguages() throws Exception {
        Document chinese = page(ITEMS + "/CONSTRUCTION-PERMIT");
        Document english = page(ITEMS + "/CONSTRUCTION-PERMIT?lang=en");

        assertThat(chinese.select("dl").text()).contains("7 日（自然日）").contains("1 个工作日");
        assertThat(chinese.select("section[aria-labelledby=preconditions]").text())
                .contains("建设工程规划许可证核发");
        assertThat(english.select("h1").text()).isEqualTo("Construction permit");
        assertThat(english.select("dl").text()).contains("7 calendar days");
        assertThat(chinese.text() + english.text()).doesNotContain("??");
    }

    @Test
    void everyItemHasAPageWithoutGaps() throws Exception {
        for (Map<String, String> item : Csv.shipped("items").rows()) {
            String path = ITEMS + "/" + item.get("item_code");
            assertThat(page(path).text()).as(path).doesNotContain("??");
        }
    }

    @Test
    void escapesWhatVisitorsType() throws Exception {
        assertThat(page(ITEMS + "?q=<script>alert(1)</script>").select("main script")).isEmpty();
    }

    @Test
    void isOnTheMenu() throws Exception {
        assertThat(page(ITEMS).select(".menu [aria-current=page]").text()).isEqualTo("事项目录");
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer = web.perform(get(path)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }
}
