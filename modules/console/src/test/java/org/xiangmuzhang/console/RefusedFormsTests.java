package org.xiangmuzhang.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import java.util.Objects;

@SpringBootTest(classes = SampleSite.class)
@AutoConfigureMockMvc
class RefusedFormsTests {

    private final MockMvc web;

    @Autowired
    RefusedFormsTests(MockMvc web) {
        this.web = web;
    }

    @Test
    void keepsWhatWasTypedAndSaysBesideTheFieldWhatIsWrong() throws Exception {
        Document page = refused("opinion", "太短", "days", "12", "kind", "HEARING");

        Element opinion = page.expectFirst("#sample-opinion");
        assertThat(opinion.text()).isEqualTo("太短");
        assertThat(opinion.hasAttr("autofocus")).isTrue();
        assertThat(opinion.attr("aria-invalid")).isEqualTo("true");
        assertThat(opinion.attr("aria-describedby")).isEqualTo("sample-opinion-error");
        assertThat(page.expectFirst("#sample-opinion-error").text()).isEqualTo("意见至少 5 个字。");
        assertThat(page.expectFirst("#sample-days").val()).isEqualTo("12");
        assertThat(page.expectFirst("#sample-days").hasAttr("aria-invalid")).isFalse();
        assertThat(page.select("#sample-kind option[selected]").eachAttr("value"))
                .containsExactly("HEARING");
        assertThat(page.select("[role=alert]")).isEmpty();
    }

    @Test
    void saysAboveTheFormWhatConcernsNoField() throws Exception {
        Document page = refused("opinion", "已经决定", "days", "3");

        assertThat(page.expectFirst("form [role=alert]").text()).contains("NR-2026-00118");
        assertThat(page.expectFirst("#sample-opinion").text()).isEqualTo("已经决定");
    }

    @Test
    void asksForWhatIsMissingOrCannotBeRead() throws Exception {
        assertThat(
                        refused("opinion", "同意此项申请", "days", "十二")
                                .expectFirst("#sample-days-error")
                                .text())
                .contains("格式不对");
        assertThat(refused("opinion", "同意此项申请", "days", "").select("#sample-days-error").text())
                .contains("请填写");
    }

    @Test
    void isFreshWhenThePageIsOpenedAgain() throws Exception {
        refused("opinion", "太短", "days", "12");

        Document again =
                Jsoup.parse(
                        web.perform(get("/console/sample-form/7"))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(again.expectFirst("#sample-opinion").text()).isEmpty();
    }

    @Test
    void saysOnAPageOfItsOwnWhatIsMissingWhereThePageOfTheFormIsNotFound() throws Exception {
        MvcResult fresh = web.perform(get("/console/sample-form/7")).andReturn();
        MockHttpSession session =
                (MockHttpSession) Objects.requireNonNull(fresh.getRequest().getSession());

        MvcResult sent =
                web.perform(
                                post("/console/sample-reply/7")
                                        .session(session)
                                        .param("_csrf", token(fresh)))
                        .andReturn();

        assertThat(sent.getResponse().getStatus()).isEqualTo(422);
        assertThat(sent.getResponse().getContentAsString()).contains("请填写");
    }

    private static String token(MvcResult fresh) throws Exception {
        return Jsoup.parse(fresh.getResponse().getContentAsString())
                .expectFirst("form[action$=/7] input[name=_csrf]")
                .val();
    }

    private Document refused(String... typed) throws Exception {
        MvcResult fresh = web.perform(get("/console/sample-form/7")).andReturn();
        MockHttpSession session =
                (MockHttpSession) Objects.requireNonNull(fresh.getRequest().getSession());
        var request = post("/console/sample-form/7").session(session).param("_csrf", token(fresh));
        for (int i = 0; i < typed.length; i += 2) {
            request.param(typed[i], typed[i + 1]);
        }
        MvcResult sent = web.perform(request).andReturn();
        assertThat(sent.getResponse().getStatus()).isEqualTo(303);
        String back = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
        assertThat(back).isEqualTo("/console/sample-form/7?days=" + encoded(sent));
        return Jsoup.parse(
                web.perform(get("/console/sample-form/7").flashAttrs(sent.getFlashMap()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private static String encoded(MvcResult sent) {
        return java.net.URLEncoder.encode(
                Objects.requireNonNull(sent.getRequest().getParameter("days")),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
