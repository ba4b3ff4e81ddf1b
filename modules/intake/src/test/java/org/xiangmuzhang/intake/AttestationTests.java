package org.xiangmuzhang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.domain.task.CheckCode;
import org.xiangmuzhang.intake.port.in.Verdict;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** 公开核验: whoever holds a document's code learns whether it holds, and little else. */
@OnSite
class AttestationTests {

    private static final String ITEM = "ENT-APPROVAL";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc web;
    private final Story story;

    @Autowired
    AttestationTests(MockMvc web, ConfigurableApplicationContext context) {
        this.web = web;
        this.story = new Story(context);
    }

    @Test
    void anApprovalIsRecognisedByItsCodeWithoutNameAndNumber() throws Exception {
        UUID application = story.accepted(Mode.FORMAL, ITEM);
        assertThat(story.task(application, ITEM).checkCode()).isNull();
        String beforehand = new CheckCode(story.task(application, ITEM).id()).text();
        assertThat(read("/api/decisions/" + beforehand, 404)).contains("check-code-unknown");

        story.approve(application, ITEM, story.development);

        TaskView task = story.task(application, ITEM);
        String code = Objects.requireNonNull(task.checkCode());
        assertThat(code).isEqualTo(beforehand);
        String number = Objects.requireNonNull(task.documentNumber());
        String typed = code.toLowerCase().replace("-", "");
        String answer = read("/api/decisions/" + typed, 200);
        JsonNode found = JSON.readTree(answer);
        assertThat(found.get("state").asString()).isEqualTo("APPROVED");
        assertThat(found.get("code").asString()).isEqualTo(code);
        assertThat(found.get("on").asString()).isEqualTo("2026-11-02");
        assertThat(found.get("holder").asString()).isEqualTo("沁水…公司");
        assertThat(found.get("number").asString())
                .isEqualTo("…" + number.substring(number.length() - 4));
        assertThat(answer).doesNotContain(number, "能源", task.id().toString());

        String page = Jsoup.parse(read("/decisions/" + code, 200)).text();
        assertThat(page).contains("这份文书有效", "沁水…公司", code).doesNotContain(number, "??");
        assertThat(Jsoup.parse(read("/decisions/" + code + "?lang=en", 200)).text())
                .contains("This document holds")
                .doesNotContain("??");
    }

    @Test
    void anOpinionOfASimulatedReviewSaysThatItGivesNoRight() throws Exception {
        String item = "LAND-PLAN-PERMIT";
        story.plan().waits(story.project, item, new Unmet("LAND_RIGHT", true));
        UUID application = story.accepted(Mode.SIMULATED, item);
        story.preApprove(application, item, story.land);

        String code = Objects.requireNonNull(story.task(application, item).checkCode());

        assertThat(Jsoup.parse(read("/decisions/" + code, 200)).text()).contains("不具有法律效力");
    }

    @Test
    void whatWasRejectedAndWhatIsNoCodeIsNotFound() throws Exception {
        UUID application = story.accepted(Mode.FORMAL, ITEM);
        UUID task = story.task(application, ITEM).id();
        story.examining()
                .decide(
                        task,
                        new Verdict(Outcome.REJECTED, null, null, "不符合规划"),
                        Story.ANY,
                        story.development);
        assertThat(story.task(application, ITEM).checkCode()).isNull();

        String code = new CheckCode(task).text();
        assertThat(Jsoup.parse(read("/decisions/" + code, 404)).text()).contains("没有与这个核验码相符的文书");
        assertThat(Jsoup.parse(read("/decisions/none", 422)).text()).contains("核验码应为 26 位");
        assertThat(read("/api/decisions/none", 422)).contains("check-code-malformed", "/code");
        assertThat(read("/decisions", 200)).contains("maxlength=\"60\"");
        MockHttpServletResponse sent =
                web.perform(get("/decisions").param("code", " a/../b ")).andReturn().getResponse();
        assertThat(sent.getRedirectedUrl()).isEqualTo("/decisions/a%2F..%2Fb");
    }

    private String read(String path, int status) throws Exception {
        MockHttpServletResponse answer = web.perform(get(path)).andReturn().getResponse();
        String body = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(path + body).isEqualTo(status);
        return body;
    }
}
