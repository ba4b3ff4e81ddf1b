package org.xiangmuzhang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.kernel.Actor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Several acted on at once: each by itself, over REST and on the desks' pages. */
@OnSite
class TogetherTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DESK = "/console/intake/applications";
    private static final String INBOX = "/console/intake/tasks";

    private final MockMvc web;
    private final ConfigurableApplicationContext context;
    private Story story;

    @Autowired
    TogetherTests(MockMvc web, ConfigurableApplicationContext context) {
        this.web = web;
        this.context = context;
        this.story = new Story(context);
    }

    @BeforeEach
    void newStory() {
        story = new Story(context);
    }

    @Test
    void decidesWhatItCanAndSaysOfEachWhatHappened() throws Exception {
        UUID good = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        UUID stale = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        UUID foreign = story.accepted(Mode.FORMAL, "ENT-APPROVAL");

        JsonNode items =
                decided(
                        line(task(good), 1, "晋资〔2026〕1号"),
                        line(task(stale), 7, ""),
                        line(story.task(foreign, "ENT-APPROVAL").id(), 1, ""));

        assertThat(items.valueStream().map(item -> item.path("rule").asString("")))
                .containsExactly("", "version-stale", "task-unknown");
        assertThat(items.valueStream().map(item -> item.get("done").asBoolean()))
                .containsExactly(true, false, false);
        assertThat(items.get(2).get("detail").asString()).isNotBlank();
        assertThat(story.task(good, "SITE-PREEXAM").documentNumber()).isEqualTo("晋资〔2026〕1号");
        assertThat(story.task(stale, "SITE-PREEXAM").state()).isEqualTo("IN_DEPARTMENT");
        assertThat(story.told(good)).contains("intake.item-decided");
        assertThat(story.told(stale)).doesNotContain("intake.item-decided");
    }

    @Test
    void leavesNothingOfOneThatIsRefusedHalfWay() throws Exception {
        UUID task = task(story.accepted(Mode.FORMAL, "SITE-PREEXAM"));
        UUID other = task(story.accepted(Mode.FORMAL, "SITE-PREEXAM"));
        long before = remarks();

        JsonNode items = decided(line(task, 1, ""), line(task, 2, ""), line(other, 1, ""));

        assertThat(items.valueStream().map(item -> item.path("rule").asString("")))
                .containsExactly("", "already-decided", "");
        assertThat(remarks() - before).as("reasons written").isEqualTo(2);
    }

    @Test
    void repeatsTheSameAnswerAndDecidesOnce() throws Exception {
        UUID id = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        String body = decisions(line(task(id), 1, ""), line(UUID.randomUUID(), 1, ""));
        String key = UUID.randomUUID().toString();

        String first = rest("/api/intake/decisions", body, story.land, key, 200);
        String again = rest("/api/intake/decisions", body, story.land, key, 200);

        assertThat(again).isEqualTo(first);
        assertThat(story.told(id)).containsOnlyOnce("intake.item-decided");
    }

    @Test
    void acceptsWhatItCanAndSaysOfEachWhatHappened() throws Exception {
        UUID good = story.submit(story.applicant, List.of(), Mode.FORMAL, "SITE-PREEXAM");
        UUID taken = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        String body =
                "{\"applications\": [{\"application\": \"%s\", \"version\": 0}, {\"application\": \"%s\", \"version\": 1}]}"
                        .formatted(good, taken);

        JsonNode items =
                JSON.readTree(
                                rest(
                                        "/api/intake/acceptances",
                                        body,
                                        story.clerk,
                                        UUID.randomUUID().toString(),
                                        200))
                        .get("items");

        assertThat(items.valueStream().map(item -> item.get("done").asBoolean()))
                .containsExactly(true, false);
        assertThat(story.see(good).state()).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesNothingTooManyAndWhoMayNot() throws Exception {
        String[] many = new String[51];
        for (int i = 0; i < many.length; i++) {
            many[i] = line(UUID.randomUUID(), 1, "");
        }
        assertThat(refused(decisions(), story.land)).isEqualTo("nothing-chosen");
        assertThat(refused(decisions(many), story.land)).isEqualTo("too-many-chosen");
        assertThat(
                        JSON.readTree(
                                        rest(
                                                "/api/intake/decisions",
                                                decisions(line(UUID.randomUUID(), 1, "")),
                                                story.clerk,
                                                UUID.randomUUID().toString(),
                                                403))
                                .get("rule")
                                .asString())
                .isEqualTo("role-may-not");
    }

    @Test
    void letsADepartmentDecideSeveralOnItsPage() throws Exception {
        UUID one = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        UUID two = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        Document inbox = page(get(INBOX), story.land);
        assertThat(inbox.select("input[name=task]").eachAttr("value"))
                .containsExactlyInAnyOrder(task(one).toString(), task(two).toString());
        story.approve(two, "SITE-PREEXAM", story.land);

        MvcResult sent =
                send(
                        INBOX + "/decisions",
                        story.land,
                        inbox,
                        "outcome",
                        "APPROVED",
                        "task",
                        task(one).toString(),
                        "task",
                        task(two).toString(),
                        "number-" + task(one),
                        "晋资〔2026〕9号");

        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo(INBOX);
        Document after = page(get(INBOX).flashAttrs(sent.getFlashMap()), story.land);
        assertThat(after.select(".settled .badge").eachText())
                .containsExactlyInAnyOrder("已办理", "未办理");
        assertThat(after.select(".settled").text()).contains("办理 1 件，未办 1 件");
        assertThat(story.task(one, "SITE-PREEXAM").documentNumber()).isEqualTo("晋资〔2026〕9号");
    }

    @Test
    void bringsTheFormBackWhenItIsTheFormThatIsWrong() throws Exception {
        UUID task = task(story.accepted(Mode.FORMAL, "SITE-PREEXAM"));
        Document inbox = page(get(INBOX), story.land);

        Document unexplained =
                back(
                        send(
                                INBOX + "/decisions",
                                story.land,
                                inbox,
                                "outcome",
                                "REJECTED",
                                "reason",
                                "",
                                "task",
                                task.toString()));
        assertThat(unexplained.select("#together-reason-error").text()).contains("理由");
        assertThat(unexplained.select("input[name=task][checked]").eachAttr("value"))
                .containsExactly(task.toString());
        Document empty = back(send(INBOX + "/decisions", story.land, inbox, "outcome", "APPROVED"));
        assertThat(empty.select(".alert--stop").text()).contains("至少选择一件");
    }

    @Test
    void letsAClerkAcceptSeveralOnItsPage() throws Exception {
        UUID one = story.submit(story.applicant, List.of(), Mode.FORMAL, "SITE-PREEXAM");
        UUID two = story.submit(story.applicant, List.of(), Mode.FORMAL, "SITE-PREEXAM");
        Document desk = page(get(DESK), story.clerk);

        MvcResult sent =
                send(
                        DESK + "/acceptances",
                        story.clerk,
                        desk,
                        "state",
                        "RECEIVED",
                        "application",
                        one.toString(),
                        "application",
                        two.toString());

        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo(DESK + "?state=RECEIVED");
        assertThat(story.see(one).state()).isEqualTo("ACCEPTED");
        assertThat(story.see(two).state()).isEqualTo("ACCEPTED");
        assertThat(page(get(DESK + "?state=ACCEPTED"), story.clerk).select("input[type=checkbox]"))
                .isEmpty();
    }

    private UUID task(UUID application) {
        return story.task(application, "SITE-PREEXAM").id();
    }

    private long remarks() {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from parties.remark")
                .query(Long.class)
                .single();
    }

    private static String line(UUID task, long version, String number) {
        return "{\"task\": \"%s\", \"version\": %d%s}"
                .formatted(
                        task,
                        version,
                        number.isEmpty() ? "" : ", \"documentNumber\": \"" + number + "\"");
    }

    private static String decisions(String... lines) {
        return "{\"outcome\": \"APPROVED\", \"reason\": \"同意\", \"tasks\": [%s]}"
                .formatted(String.join(",", lines));
    }

    private JsonNode decided(String... lines) throws Exception {
        String key = UUID.randomUUID().toString();
        return JSON.readTree(rest("/api/intake/decisions", decisions(lines), story.land, key, 200))
                .get("items");
    }

    private String refused(String body, Actor by) throws Exception {
        String key = UUID.randomUUID().toString();
        return JSON.readTree(rest("/api/intake/decisions", body, by, key, 422))
                .get("rule")
                .asString();
    }

    private String rest(String path, String body, Actor by, String key, int status)
            throws Exception {
        MvcResult answer =
                web.perform(
                                as(post(path), by)
                                        .header("Idempotency-Key", key)
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(body))
                        .andReturn();
        assertThat(answer.getResponse().getStatus()).as(text(answer)).isEqualTo(status);
        return text(answer);
    }

    /** Sends a form with its hidden fields, and these beside them. */
    private MvcResult send(String path, Actor by, Document page, String... fields)
            throws Exception {
        var request = as(post(path), by);
        page.select("form.together input[type=hidden][name^=version]")
                .forEach(hidden -> request.param(hidden.attr("name"), hidden.val()));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request).andReturn();
    }

    private Document back(MvcResult refused) throws Exception {
        String back = Objects.requireNonNull(refused.getResponse().getRedirectedUrl());
        return page(get(back).flashAttrs(refused.getFlashMap()), story.land);
    }

    private Document page(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request,
            Actor by)
            throws Exception {
        Document page = Jsoup.parse(text(web.perform(as(request, by)).andReturn()));
        assertThat(page.text()).doesNotContain("??");
        return page;
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B as(B request, Actor by) {
        return request.header("X-Person", IntakeSite.known(by));
    }

    private static String text(MvcResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
