package org.xiangmuzhang.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import java.net.URI;
import java.util.List;
import java.util.Objects;

@SpringBootTest(classes = SampleSite.class)
@AutoConfigureMockMvc
class LayoutTests {

    private final MockMvc web;

    @Autowired
    LayoutTests(MockMvc web) {
        this.web = web;
    }

    @Test
    void showsTheMenuOfTheRoleInOrder() throws Exception {
        assertThat(page("/console?as=STEWARD").select(".menu a").eachText())
                .containsExactly("首页", "项目看板", "部门待办", "事项目录");
        assertThat(page("/console?as=CLERK").select(".menu a").eachText())
                .containsExactly("首页", "综合受理", "事项目录");
        assertThat(page("/console?as=nobody").select(".menu a").eachText()).containsExactly("首页");
    }

    @Test
    void asksOncePerPageWhoLooks() throws Exception {
        int before = SampleSite.ASKED.get();

        page("/console/projects/one");

        assertThat(SampleSite.ASKED.get() - before).isEqualTo(1);
    }

    @Test
    void marksTheEntryThatThePageBelongsTo() throws Exception {
        assertThat(page("/console/projects/one").select(".menu [aria-current=page]").eachText())
                .containsExactly("项目看板");
        assertThat(page("/console").select(".menu [aria-current=page]").eachText())
                .containsExactly("首页");
    }

    @Test
    void greetsByRoleWithADoorPerEntry() throws Exception {
        Document home = page("/console?as=APPROVER");

        assertThat(home.select("h1").text()).isEqualTo("陈静怡，您好");
        assertThat(home.expectFirst(".greeting p").text()).contains("先急后缓");
        assertThat(home.select(".door__name").eachText()).containsExactly("部门待办", "事项目录");
        assertThat(home.expectFirst(".door__text").text()).isEqualTo("本部门的审批任务与剩余时限。");
    }

    @Test
    void speaksChineseUnlessAskedOtherwiseAndRemembers() throws Exception {
        Document chinese = page("/console");
        assertThat(chinese.expectFirst("html").attr("lang")).isEqualTo("zh-CN");

        MockHttpServletResponse asked = answer("/console?lang=en");
        Document english = Jsoup.parse(asked.getContentAsString());
        assertThat(english.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(english.expectFirst(".menu a").text()).isEqualTo("Home");

        Cookie language = Objects.requireNonNull(asked.getCookie("lang"));
        assertThat(language.isHttpOnly()).isTrue();
        Document later = page("/console/inbox", language);
        assertThat(later.expectFirst(".menu a").text()).isEqualTo("Home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "xx-garbage!", "<script>"})
    void fallsBackToChineseForLanguagesItDoesNotSpeak(String language) throws Exception {
        MvcResult asked =
                web.perform(get("/console").param("lang", language).accept("text/html"))
                        .andReturn();

        assertThat(asked.getResponse().getStatus()).isEqualTo(200);
        Document page = Jsoup.parse(asked.getResponse().getContentAsString());
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("zh-CN");
    }

    @Test
    void keepsTheRestOfTheAddressWhenTheLanguageChanges() throws Exception {
        Document page = page("/console/projects/one?asOf=2026-10-12T11:00:00%2B08:00&lang=zh-CN");

        assertThat(page.select(".languages a[hreflang=en]").attr("href"))
                .isEqualTo("/console/projects/one?asOf=2026-10-12T11:00:00%2B08:00&lang=en");
    }

    @Test
    void offersOtherPostsAndSignOutByForms() throws Exception {
        Document page = page("/console");

        Element posts = page.expectFirst("form.posts");
        assertThat(posts.attr("action")).isEqualTo("/console/post");
        assertThat(posts.select("button[name=post]").eachAttr("value")).hasSize(2);
        assertThat(posts.select("input[name=_csrf]").val()).isNotBlank();
        Element signOut = page.expectFirst("form[action=/console/sign-out]");
        assertThat(signOut.attr("method")).isEqualTo("post");
        assertThat(signOut.select("input[name=_csrf]").val()).isNotBlank();
    }

    @Test
    void handsTheCsrfTokenToHtmx() throws Exception {
        Document page = page("/console");

        assertThat(page.select("meta[name=csrf-header]").attr("content")).isEqualTo("X-CSRF-TOKEN");
        assertThat(page.select("meta[name=csrf-token]").attr("content")).isNotBlank();
        assertThat(page.select("meta[name=htmx-config]").attr("content"))
                .contains(
                        "\"allowEval\":false",
                        "\"includeIndicatorStyles\":false",
                        "\"selfRequestsOnly\":true",
                        "\"historyCacheSize\":0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/projects",
                "/console/projects/one",
                "/console/inbox",
                "/console/inbox/one",
                "/console/sign",
                "/console/refused"
            })
    void holdsNoInlineScriptOrStyleAndPassesBasicChecksOfAccess(String path) throws Exception {
        MockHttpServletResponse answer = answer(path);
        Document page = Jsoup.parse(answer.getContentAsString());

        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.select("style, [style]")).isEmpty();
        assertThat(page.select("script:not([src]):not([type=application/json])")).isEmpty();
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on").doesNotStartWith("th:");
                assertThat(attribute.getValue()).doesNotStartWithIgnoringCase("javascript:");
            }
        }
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.expectFirst("a").attr("href")).isEqualTo("#main");
        assertThat(page.title()).endsWith(" · 项目长");
        for (Element control : page.select("input:not([type=hidden]):not([type=radio]), select")) {
            assertThat(page.select("label[for=" + control.id() + "]")).hasSize(1);
        }
        for (Element described : page.select("[aria-describedby]")) {
            for (String id : described.attr("aria-describedby").split(" ")) {
                assertThat(page.getElementById(id)).isNotNull();
            }
        }
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void tiesAnErrorToItsField() throws Exception {
        MvcResult form = web.perform(get("/console/inbox/one")).andReturn();
        String token =
                Jsoup.parse(form.getResponse().getContentAsString())
                        .select("main input[name=_csrf]")
                        .val();
        MockHttpSession session =
                (MockHttpSession) Objects.requireNonNull(form.getRequest().getSession());
        MvcResult wrong =
                web.perform(post("/console/inbox/one").session(session).param("_csrf", token))
                        .andReturn();
        Document page = Jsoup.parse(wrong.getResponse().getContentAsString());
        Element opinion = page.expectFirst("#opinion");
        assertThat(opinion.attr("aria-invalid")).isEqualTo("true");
        assertThat(opinion.attr("aria-describedby")).isEqualTo("opinion-hint opinion-error");
        assertThat(page.select("#opinion-error").text()).contains("1 至 2000 字");

        MvcResult right =
                web.perform(
                                post("/console/inbox/one")
                                        .session(session)
                                        .param("_csrf", token)
                                        .param("opinion", "同意"))
                        .andReturn();
        assertThat(right.getResponse().getRedirectedUrl()).isEqualTo("/console/inbox");
        MvcResult next =
                web.perform(get("/console/inbox").flashAttrs(right.getFlashMap())).andReturn();
        assertThat(
                        Jsoup.parse(next.getResponse().getContentAsString())
                                .select("#messages .alert--done")
                                .text())
                .isEqualTo("审批决定已作出，结果将统一送达。");
    }

    @Test
    void letsAHigherContextFillASlot() throws Exception {
        Document page = page("/console/projects/one");

        assertThat(page.select("[data-slot=hint]").text()).contains("2609-331024-04-01-275116");
        assertThat(page.select("[data-slot=hint] .light--yellow").text()).isEqualTo("临期");
    }

    @Test
    void drawsAPlanFromJsonAndTellsTheSameInATable() throws Exception {
        Document page = page("/console/projects/one");

        String json = page.expectFirst("figure[data-gantt] script").data();
        assertThat(json)
                .contains("\"today\":\"2026-11-22\"", "\"target\":\"2027-02-26\"")
                .contains("\"code\":\"SITE-PREEXAM\"", "\"state\":\"SIMULATED\"")
                .contains("\"earliestStart\":\"2026-10-14\"", "\"critical\":true");
        assertThat(page.select(".gantt__table tbody tr"))
                .hasSize(SampleContent.plan().rows().size());
        assertThat(page.expectFirst(".gantt__table tbody tr").text())
                .contains("PROJECT-CODE", "2026-09-24 – 2026-09-24", "已办结");
        assertThat(page.select(".gantt__table td.date").text()).doesNotContain("/");
    }

    @Test
    void givesHtmxTheFragmentAsOfAMomentAndABrowserThePage() throws Exception {
        MockHttpServletResponse fragment =
                web.perform(
                                get("/console/projects/one")
                                        .param("asOf", "2026-10-12T11:00:00+08:00")
                                        .header("HX-Request", "true"))
                        .andReturn()
                        .getResponse();

        Document part = Jsoup.parseBodyFragment(fragment.getContentAsString());
        assertThat(part.select("main")).isEmpty();
        assertThat(part.select(".timeline__entry")).hasSize(3);
        Document whole = page("/console/projects/one?asOf=2026-10-12T11:00:00%2B08:00");
        assertThat(whole.select("main .timeline__entry")).hasSize(3);
        assertThat(whole.select("[data-travel] option[selected]").text())
                .isEqualTo("2026-10-12 11:00");
    }

    @Test
    void showsARefusalAsAPageOrAsAnAlert() throws Exception {
        MockHttpServletResponse whole = answer("/console/refused");
        assertThat(whole.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(whole.getContentAsString()).select("main").text())
                .contains("办件 NR-2026-00118 已经作出决定");

        MockHttpServletResponse part =
                web.perform(get("/console/refused").header("HX-Request", "true"))
                        .andReturn()
                        .getResponse();
        assertThat(part.getStatus()).isEqualTo(409);
        assertThat(part.getHeader("HX-Retarget")).isEqualTo("#messages");
        assertThat(Jsoup.parse(part.getContentAsString()).select("[role=alert]").text())
                .contains("办件 NR-2026-00118 已经作出决定");
    }

    @Test
    void showsFieldsThatCannotBeReadAndLostRacesAsRefusals() throws Exception {
        refused("/console/number?amount=many", 422, "此项的格式不对");
        refused("/console/number", 422, "请填写此项");
        refused("/console/number/many?amount=1", 404, "没有这个页面");
        refused("/console/race", 409, "另一位办理人员同时作了修改");
    }

    private void refused(String path, int status, String sentence) throws Exception {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(Jsoup.parse(answer.getContentAsString()).select("main").text())
                .contains(sentence);
    }

    private Document page(String path, Cookie... cookies) throws Exception {
        MockHttpServletResponse answer = answer(path, cookies);
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse answer(String path, Cookie... cookies) throws Exception {
        var request = get(URI.create(path)).accept("text/html");
        return web.perform(cookies.length == 0 ? request : request.cookie(cookies))
                .andReturn()
                .getResponse();
    }
}
