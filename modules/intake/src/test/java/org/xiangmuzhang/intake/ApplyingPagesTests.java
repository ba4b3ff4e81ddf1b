package org.xiangmuzhang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.port.in.ApplicationFilter;
import org.xiangmuzhang.intake.port.in.Awaiting;
import org.xiangmuzhang.intake.port.in.Awaiting.Kind;
import org.xiangmuzhang.intake.port.in.Awaiting.Queue;
import org.xiangmuzhang.kernel.Actor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

@OnSite
class ApplyingPagesTests {

    private static final String PAGES = "/console/intake/applications";

    private final MockMvc web;
    private final ConfigurableApplicationContext context;
    private Story story;

    @Autowired
    ApplyingPagesTests(MockMvc web, ConfigurableApplicationContext context) {
        this.web = web;
        this.context = context;
        this.story = new Story(context);
    }

    @BeforeEach
    void newStory() {
        story = new Story(context);
    }

    @Test
    void findsItemsAndAsksForTheirPapersWithTheRequiredMarked() throws Exception {
        assertThat(page(PAGES + "/new", story.applicant).select("input[name=project]")).hasSize(1);
        Document found = page(PAGES + "/new?project=none&q=site-pre&choose=", story.applicant);
        assertThat(found.select("input[name=item]").eachAttr("value"))
                .containsExactly("SITE-PREEXAM");

        Document form =
                page(
                        PAGES + "/new?project=none&item=SITE-PREEXAM&item=ENT-APPROVAL",
                        story.applicant);
        assertThat(form.select(".papers__paper")).hasSize(4);
        assertThat(form.select(".papers__paper .badge--accent").eachText())
                .containsOnly("必需")
                .hasSize(4);
        assertThat(form.select("select[name=mode-ENT-APPROVAL] option").eachAttr("value"))
                .containsExactly("FORMAL", "COMMITMENT");
        assertThat(form.select("input[type=file]").eachAttr("accept"))
                .allMatch(accept -> accept.contains(".pdf"));
    }

    @Test
    void submitsOnceHoweverOftenTheFormIsSent() throws Exception {
        String key = key();
        for (int i = 0; i < 3; i++) {
            MvcResult sent = send(form(key).file(paper("file-SITE-PREEXAM-1", "申请.txt", "预审申请")));
            assertThat(sent.getResponse().getRedirectedUrl())
                    .isEqualTo(PAGES + "/" + key + "/receipt");
        }

        assertThat(mine()).hasSize(1);
        Document receipt = page(PAGES + "/" + key + "/receipt", story.applicant);
        assertThat(receipt.text())
                .contains(story.see(UUID.fromString(key)).number())
                .contains("材料SITE-PREEXAM-1 申请.txt")
                .doesNotContain("材料SITE-PREEXAM-2")
                .contains("2026-11-09");
        assertThat(receipt.select("[data-print]")).hasSize(1);
    }

    @Test
    void keepsUploadsAndChoicesOfARefusedApplication() throws Exception {
        String key = key();
        MvcResult refused =
                send(
                        form(key)
                                .file(paper("file-SITE-PREEXAM-1", "申请.txt", "预审申请"))
                                .file(paper("file-SITE-PREEXAM-2", "图.pdf", "这不是图")));
        assertThat(mine()).isEmpty();

        Document again = back(refused);
        assertThat(again.select(".field__error").eachText())
                .singleElement()
                .asString()
                .contains("application/pdf");
        assertThat(again.select("input[autofocus]").eachAttr("name"))
                .containsExactly("file-SITE-PREEXAM-2");
        assertThat(again.select("input[name=key]").val()).isEqualTo(key);
        assertThat(again.select(".field__kept").text()).contains("申请.txt");

        send(form(key).param("kept-file-SITE-PREEXAM-1", kept(again)));
        assertThat(page(PAGES + "/" + key, story.applicant).text()).contains("申请.txt");
    }

    /** As when somebody applies for a package of which one item goes meanwhile. */
    @Test
    void anItemThatLapsedWhileTheFormWasFilledInRefusesAllOfItByName() throws Exception {
        TestCatalog catalog = context.getBean(TestCatalog.class);
        catalog.publish(TestCatalog.called("LAPSING", "1", "限期", "For a year", 5));
        Document form =
                page(PAGES + "/new?project=none&item=SITE-PREEXAM&item=LAPSING", story.applicant);
        String key = form.select("input[name=key]").val();
        catalog.withdraw("LAPSING");

        MvcResult refused =
                send(
                        form(key)
                                .file(paper("file-SITE-PREEXAM-1", "申请.txt", "预审申请"))
                                .param("item", "LAPSING")
                                .param("mode-LAPSING", "FORMAL"));

        assertThat(mine()).isEmpty();
        Document again = back(refused);
        assertThat(again.select("[role=alert]").text()).contains("LAPSING");
        assertThat(again.select("input[name=item]").eachAttr("value"))
                .containsExactly("SITE-PREEXAM");
        assertThat(again.select(".field__kept").text()).contains("申请.txt");

        send(form(key).param("kept-file-SITE-PREEXAM-1", kept(again)));
        assertThat(story.see(UUID.fromString(key)).tasks())
                .extracting(TaskView::itemCode)
                .containsExactly("SITE-PREEXAM");
    }

    @Test
    void refusesAnothersFileUnderTheNameOfAKeptOne() throws Exception {
        Story other = new Story(context);
        String stolen = story.file(other.land, "别人的").toString();
        String key = key();

        MvcResult refused = send(form(key).param("kept-file-SITE-PREEXAM-1", stolen));

        assertThat(refused.getResponse().getRedirectedUrl()).contains("/new?project=none");
        assertThat(mine()).isEmpty();
    }

    @Test
    void suppliesACorrectionAndWithdrawsOnPages() throws Exception {
        UUID id = story.submit(story.applicant, List.of(), Mode.FORMAL, "SITE-PREEXAM");
        story.accepting()
                .noticeCorrection(id, List.of("SITE-PREEXAM-2"), "缺图", Story.ANY, story.clerk);
        Document asked = page(PAGES + "/" + id, story.applicant);
        assertThat(asked.select(".ask").text()).contains("缺图");
        Document papers = page(PAGES + "/" + id + "/materials", story.applicant);
        assertThat(papers.select(".papers__paper--wanted").text()).contains("材料SITE-PREEXAM-2");

        MvcResult incomplete =
                send(
                        multipart(PAGES + "/" + id + "/materials")
                                .file(paper("file-SITE-PREEXAM-1", "申请.txt", "申请"))
                                .param("version", "1"));
        assertThat(incomplete.getResponse().getRedirectedUrl())
                .isEqualTo(PAGES + "/" + id + "/materials");
        MvcResult supplied =
                send(
                        multipart(PAGES + "/" + id + "/materials")
                                .file(paper("file-SITE-PREEXAM-2", "图.txt", "图"))
                                .param("version", "1"));
        assertThat(supplied.getResponse().getRedirectedUrl()).isEqualTo(PAGES + "/" + id);
        assertThat(story.see(id).state()).isEqualTo("CORRECTION_SUPPLIED");

        send(
                multipart(PAGES + "/" + id + "/withdrawal")
                        .param("version", "2")
                        .param("reason", "改变计划"));
        assertThat(story.see(id).state()).isEqualTo("WITHDRAWN_UNACCEPTED");
    }

    @Test
    void knowsWhatWaitsForWhom() {
        UUID asked = story.submit(story.applicant, List.of(), Mode.FORMAL, "SITE-PREEXAM");
        story.submit(story.applicant, List.of(), Mode.FORMAL, "ENT-APPROVAL");
        story.on("2026-11-06");
        story.accepting()
                .noticeCorrection(asked, List.of("SITE-PREEXAM-2"), "缺图", Story.ANY, story.clerk);
        UUID running = story.accepted(Mode.FORMAL, "SOILWATER-TABLE");

        assertThat(awaiting(story.clerk)).extracting(Queue::kind).containsExactly(Kind.ACCEPT);
        assertThat(awaiting(story.clerk).getFirst().applications())
                .singleElement()
                .extracting(Awaiting.ApplicationEntry::day)
                .isEqualTo(4);
        assertThat(awaiting(story.water)).extracting(Queue::kind).containsExactly(Kind.DECIDE);
        assertThat(awaiting(story.land)).isEmpty();

        story.approve(running, "SOILWATER-TABLE", story.water);
        assertThat(awaiting(story.clerk))
                .extracting(Queue::kind)
                .containsExactly(Kind.ACCEPT, Kind.DELIVER);
        story.accepting().deliver(running, Story.ANY, story.clerk);
        assertThat(story.get(Awaiting.class).of(story.clerk))
                .extracting(Queue::kind)
                .containsExactly(Kind.ACCEPT);
        assertThat(awaiting(story.applicant))
                .extracting(Queue::kind)
                .contains(Kind.SUPPLY, Kind.OPEN, Kind.RESULTS);
    }

    /** The page to which a refused form leads. */
    private Document back(MvcResult refused) throws Exception {
        String back = Objects.requireNonNull(refused.getResponse().getRedirectedUrl());
        return Jsoup.parse(
                web.perform(as(get(back), story.applicant).flashAttrs(refused.getFlashMap()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private static String kept(Document form) {
        return form.select("input[name=kept-file-SITE-PREEXAM-1]").val();
    }

    private List<Queue> awaiting(Actor actor) {
        return story.get(Awaiting.class).of(actor);
    }

    private List<?> mine() {
        return story.lookingUp()
                .applications(new ApplicationFilter(null, null, null), null, 10, story.clerk);
    }

    private String key() throws Exception {
        return page(PAGES + "/new?project=none&item=SITE-PREEXAM", story.applicant)
                .select("input[name=key]")
                .val();
    }

    private static MockMultipartHttpServletRequestBuilder form(String key) {
        return (MockMultipartHttpServletRequestBuilder)
                multipart(PAGES)
                        .param("key", key)
                        .param("project", "none")
                        .param("item", "SITE-PREEXAM")
                        .param("mode-SITE-PREEXAM", "FORMAL");
    }

    private static MockMultipartFile paper(String field, String name, String content) {
        return new MockMultipartFile(
                field, name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private MvcResult send(AbstractMockHttpServletRequestBuilder<?> form) throws Exception {
        return web.perform(as(form, story.applicant)).andReturn();
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B as(
            AbstractMockHttpServletRequestBuilder<B> request, Actor by) {
        return request.header("X-Person", IntakeSite.known(by));
    }

    private Document page(String path, Actor by) throws Exception {
        MvcResult answer = web.perform(as(get(path), by)).andReturn();
        assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(200);
        Document page =
                Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.text()).doesNotContain("??");
        return page;
    }
}
