package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A year of the working calendar is proposed, seen beforehand, approved, and shown. */
@SpringBootTest(classes = CatalogApplication.class)
@AutoConfigureMockMvc
class CalendarWebTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIRST = new UUID(0, 7).toString();
    private static final String SECOND = new UUID(0, 8).toString();
    private static final String YEAR = "/api/catalog/calendar/2027";
    private static final String NEW_YEAR =
            """
            {"date": "2027-01-01", "kind": "HOLIDAY", "festivalZh": "元旦", "festivalEn": "New Year"}
            """;
    private static final String EXTRA =
            """
            {"date": "2027-01-03", "kind": "MAKEUP_WORKDAY", "festivalZh": "元旦", "festivalEn": "New Year"}
            """;

    private final MockMvc web;

    @Autowired
    CalendarWebTests(MockMvc web) {
        this.web = web;
    }

    @Test
    void aSecondEditorMakesAYearOfficialAndTheVersionBeforeStaysListed() throws Exception {
        JsonNode before = json(get(YEAR));
        assertThat(before.path("published").asBoolean()).isFalse();

        MockHttpServletResponse proposed = answer(propose(YEAR, NEW_YEAR + "," + EXTRA, FIRST));
        assertThat(proposed.getStatus()).as(proposed.getContentAsString()).isEqualTo(201);
        JsonNode waiting = JSON.readTree(proposed.getContentAsByteArray());
        assertThat(waiting.path("differing").valueStream())
                .anySatisfy(
                        day -> {
                            assertThat(day.path("date").asString()).isEqualTo("2027-01-03");
                            assertThat(day.path("working").asBoolean()).isTrue();
                        });
        assertThat(json(get(YEAR))).isEqualTo(before);
        Document page = page("/console/catalog/calendar/2027", SECOND);
        assertThat(page.text()).contains("2027-01-03 改为上班").contains("国办通知");
        assertThat(page.select("button[value=APPROVED]")).hasSize(1);

        String tag = String.valueOf(proposed.getHeader("ETag"));
        assertThat(rule(decide("APPROVED", FIRST, tag), 403)).isEqualTo("setting-second-person");
        assertThat(rule(decide("APPROVED", SECOND, "\"9\""), 412)).isEqualTo("version-stale");
        assertThat(answer(decide("APPROVED", SECOND, tag)).getStatus()).isEqualTo(204);

        JsonNode after = json(get(YEAR));
        assertThat(after.path("published").asBoolean()).isTrue();
        assertThat(after.path("days")).hasSize(2);
        assertThat(after.path("version").asString())
                .isNotEqualTo(before.path("version").asString());
        assertThat(json(get("/api/catalog/calendar/2026")).path("days")).isNotEmpty();
        JsonNode versions = json(get("/api/catalog/calendar-versions"));
        assertThat(versions.path(0).path("name")).isEqualTo(after.path("version"));
        assertThat(versions.path(0).path("by").asString()).isEqualTo(SECOND);
        assertThat(versions.path(1).path("name")).isEqualTo(before.path("version"));
        assertThat(rule(propose(YEAR, NEW_YEAR + "," + EXTRA, FIRST), 422))
                .isEqualTo("calendar-year-same");
        assertThat(rule(get(YEAR + "/proposal").with(editor(FIRST, "000000")), 404))
                .isEqualTo("calendar-nothing-proposed");
    }

    @Test
    void refusesWhatIsNoArrangementOfTheYear() throws Exception {
        assertThat(rule(propose(YEAR, NEW_YEAR.replace("2027", "2028"), FIRST), 422))
                .isEqualTo("tables-refused");
        assertThat(rule(propose(YEAR, NEW_YEAR.replace("HOLIDAY", "FEAST"), FIRST), 422))
                .isEqualTo("calendar-kind");
        assertThat(rule(propose(YEAR, NEW_YEAR.replace("元旦", " "), FIRST), 422))
                .isEqualTo("calendar-festival");
        assertThat(rule(propose(YEAR, NEW_YEAR + "," + NEW_YEAR, FIRST), 422))
                .isEqualTo("tables-refused");
        assertThat(rule(propose(YEAR, "", FIRST), 422)).isEqualTo("calendar-days");
        String past = "/api/catalog/calendar/2024";
        assertThat(rule(propose(past, NEW_YEAR.replace("2027", "2024"), FIRST), 422))
                .isEqualTo("calendar-year-over");
        assertThat(rule(propose("/api/catalog/calendar/99999999", NEW_YEAR, FIRST), 404))
                .isEqualTo("calendar-year-unknown");
        assertThat(
                        rule(
                                propose(YEAR, NEW_YEAR, FIRST)
                                        .with(
                                                request -> {
                                                    request.removeHeader("X-Region");
                                                    request.addHeader("X-Region", "140500");
                                                    return request;
                                                }),
                                403))
                .isEqualTo("not-your-place");
    }

    @Test
    void showsAYearAsTwelveMonthsWithTheirWorkingDays() throws Exception {
        Document page = page("/console/catalog/calendar/2026", FIRST);

        assertThat(page.select(".month")).hasSize(12);
        assertThat(page.select(".month__day")).hasSizeGreaterThanOrEqualTo(365);
        assertThat(page.select(".page-header__sub, .page-header p").text()).contains("248 个工作日");
        assertThat(page.select(".month__day--off").eachText()).anyMatch(day -> day.contains("春节"));
        assertThat(page.text()).doesNotContain("??");
        Document english = page("/console/catalog/calendar/2026?lang=en", FIRST);
        assertThat(english.select("h1").text()).contains("Working calendar of 2026");
        assertThat(english.text()).doesNotContain("??");
    }

    @Test
    void anEditorBeginsTheYearThatFollowsOnItsPage() throws Exception {
        Document page = page("/console/catalog/calendar/2028", FIRST);

        assertThat(page.select("form[action$=/calendar/2028/proposals] textarea[name=days]").text())
                .isEmpty();
        assertThat(page.select("nav.year-choice a[aria-current=page]").text()).isEqualTo("2028");
        assertThat(answer(get("/console/catalog/calendar/2028")).getStatus()).isEqualTo(404);
        assertThat(page("/console/catalog/calendar", FIRST).select(".month")).hasSize(12);
    }

    private Document page(String path, String person) throws Exception {
        MockHttpServletResponse answer = answer(get(path).with(editor(person, "000000")));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private JsonNode json(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private String rule(AbstractMockHttpServletRequestBuilder<?> request, int status)
            throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return JSON.readTree(answer.getContentAsByteArray()).path("rule").asString();
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        MockHttpServletResponse answer = web.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    private static AbstractMockHttpServletRequestBuilder<?> propose(
            String year, String days, String person) {
        return post(year + "/proposals")
                .content(
                        """
                        {"arrangement": {"official": true, "notice": "国办通知", "days": [%s]},
                         "reason": "正式公布"}
                        """
                                .formatted(days))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .with(editor(person, "000000"));
    }

    private static AbstractMockHttpServletRequestBuilder<?> decide(
            String outcome, String person, String tag) {
        return post(YEAR + "/proposal/decision")
                .content("{\"outcome\": \"%s\", \"reason\": \"复核\"}".formatted(outcome))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", tag)
                .with(editor(person, "000000"));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor editor(
            String person, String region) {
        return request -> {
            request.addHeader("X-Person", person);
            request.addHeader("X-Role", "CATALOG_EDITOR");
            request.addHeader("X-Region", region);
            return request;
        };
    }
}
