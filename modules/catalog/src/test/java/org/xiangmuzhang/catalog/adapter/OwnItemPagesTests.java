package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.xiangmuzhang.catalog.domain.own.ItemColumns;
import org.xiangmuzhang.kernel.WorkingDays;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The pages of a place's own list, without a script. */
@SpringBootTest(
        classes = CatalogApplication.class,
        properties = "spring.jackson.deserialization.fail-on-unknown-properties=true")
@AutoConfigureMockMvc
class OwnItemPagesTests {

    private static final String OWN = "/console/catalog/own";
    private static final String PLACE = "350213";
    private static final String FIRST = new UUID(0, 7).toString();
    private static final String SECOND = new UUID(0, 8).toString();

    private final MockMvc web;
    private final Clock clock;

    @Autowired
    OwnItemPagesTests(MockMvc web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    @Test
    void anEditorDraftsOnThePageAndAnotherAgreesThere() throws Exception {
        String code = "PAGE00000001";
        assertThat(page(OWN + "/" + code + "?region=" + PLACE).text()).contains("尚无");
        Map<String, String> typed = typed();
        typed.put("version", "0");
        String next = sent(post(OWN + "/" + code + "/draft"), typed, FIRST);
        assertThat(next).isEqualTo(OWN + "/" + code + "?region=" + PLACE);

        Document drafted = page(next);
        assertThat(drafted.select("h1").text()).contains("临时占道").contains("起草中");
        assertThat(drafted.text()).contains("新增事项").doesNotContain("??");
        assertThat(drafted.select("input[name=m0.material_name_zh]").val()).isEqualTo("申请书");
        assertThat(page(next + "&lang=en").text()).contains("New item").doesNotContain("??");
        assertThat(page(OWN + "?region=" + PLACE).select("tbody th a").eachText()).contains("临时占道");

        sent(
                post(OWN + "/" + code + "/draft/review"),
                Map.of("version", "1", "from", today(), "reason", "试"),
                FIRST);
        Document waiting = page(next, SECOND);
        String number = waiting.select("input[name=number]").val();
        sent(
                post(OWN + "/" + code + "/draft/review/decision"),
                Map.of("number", number, "outcome", "APPROVED", "reason", "同意"),
                SECOND);
        Document published = page(next);
        assertThat(published.select("h1").text()).contains("现行");
        assertThat(published.select("dl.facts").text()).contains("5 个工作日").contains("主项");
    }

    @Test
    void showsTheDifferenceOfTwoVersionsAndWhyADraftCannotBePublished() throws Exception {
        String code = "PAGE00000002";
        for (String days : new String[] {"5", "4"}) {
            Map<String, String> typed = typed();
            typed.put("version", "0");
            typed.put("promised_days", days);
            sent(post(OWN + "/" + code + "/draft"), typed, FIRST);
            sent(
                    post(OWN + "/" + code + "/draft/review"),
                    Map.of("version", "1", "from", today(), "reason", "试"),
                    FIRST);
            String number =
                    page(OWN + "/" + code + "?region=" + PLACE, SECOND)
                            .select("input[name=number]")
                            .val();
            sent(
                    post(OWN + "/" + code + "/draft/review/decision"),
                    Map.of("number", number, "outcome", "APPROVED", "reason", "同意"),
                    SECOND);
        }
        Document item = page(OWN + "/" + code + "?region=" + PLACE);
        String compare =
                Objects.requireNonNull(item.select("td a[href*=from]").first()).attr("href");
        assertThat(page(compare).text()).contains("承诺时限 5 → 4 个工作日");
        assertThat(page(compare + "&lang=en").text()).contains("Promised limit 5 → 4 working days");

        Map<String, String> wrong = typed();
        wrong.put("version", "0");
        wrong.put("department", "NOBODY");
        sent(post(OWN + "/" + code + "/draft"), wrong, FIRST);
        Document faulty = page(OWN + "/" + code + "?region=" + PLACE);
        assertThat(faulty.text()).contains("不能发布的原因").contains("表 departments 中没有“NOBODY”");
        assertThat(faulty.select("form[action$=/review]")).isEmpty();
    }

    @Test
    void anImportHasAPageWithItsReport() throws Exception {
        String csv =
                String.join(",", ItemColumns.header())
                        + "\nIMPORT000001,MAIN"
                        + ",".repeat(ItemColumns.header().size() - 2)
                        + "\n";
        String next =
                sent(
                        multipart("/console/catalog/own-imports")
                                .file(
                                        new MockMultipartFile(
                                                "file",
                                                "清单.csv",
                                                "text/csv",
                                                csv.getBytes(StandardCharsets.UTF_8))),
                        Map.of(),
                        FIRST);

        Document imported = page(next);
        assertThat(imported.select("h1").text()).contains("清单.csv").contains("有错误，未导入");
        assertThat(imported.select("tbody tr")).hasSizeGreaterThan(3);
        assertThat(imported.text()).contains("此列必填").doesNotContain("??");
        assertThat(page(next + "?lang=en").text()).contains("Faulty, not imported");
        MockHttpServletResponse report = answer(get(next + "/export"), FIRST);
        assertThat(report.getContentAsString(StandardCharsets.UTF_8))
                .contains("2")
                .contains("name_zh")
                .contains("value-missing");
        assertThat(
                        page("/console/catalog/own-imports?region=" + PLACE)
                                .select("tbody th a")
                                .eachText())
                .contains("清单.csv");
        MockHttpServletResponse exported =
                answer(get(OWN + "/export?form=XLSX&region=" + PLACE), FIRST);
        assertThat(exported.getContentAsByteArray()).startsWith('P', 'K');
    }

    private static Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("level", "MAIN");
        typed.put("name_zh", "临时占道");
        typed.put("stage", "CROSS_STAGE");
        typed.put("kind", "PERMIT");
        typed.put("basis", "《条例》");
        typed.put("department", "NR");
        typed.put("promised_days", "5");
        typed.put("promised_unit", "WD");
        typed.put("commitment", "no");
        typed.put("deficiency_tolerant", "no");
        typed.put("simulatable", "no");
        typed.put("result", "决定书");
        typed.put("m0.material_number", "01");
        typed.put("m0.material_name_zh", "申请书");
        typed.put("m0.material_form", "COPY");
        typed.put("m0.material_source", "APPLICANT");
        typed.put("m0.material_required", "yes");
        typed.put("m0.material_deferrable", "no");
        typed.put("m0.material_reusable", "no");
        return typed;
    }

    private String today() {
        return WorkingDays.today(clock).toString();
    }

    private String sent(
            AbstractMockHttpServletRequestBuilder<?> form, Map<String, String> typed, String person)
            throws Exception {
        form.param("region", PLACE);
        typed.forEach(form::param);
        MockHttpServletResponse answer = answer(form, person);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private Document page(String path) throws Exception {
        return page(path, FIRST);
    }

    private Document page(String path, String person) throws Exception {
        MockHttpServletResponse answer = answer(get(path), person);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse answer(
            AbstractMockHttpServletRequestBuilder<?> request, String person) throws Exception {
        return web.perform(
                        request.header("X-Role", "CATALOG_EDITOR")
                                .header("X-Region", "000000")
                                .header("X-Person", person))
                .andReturn()
                .getResponse();
    }
}
