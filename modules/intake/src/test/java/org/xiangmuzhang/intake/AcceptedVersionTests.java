package org.xiangmuzhang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.catalog.spi.Dependents.Line;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.port.in.Rectification;
import org.xiangmuzhang.intake.port.in.Rectification.Belonging;
import org.xiangmuzhang.intake.port.in.Rectifying;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;
import org.xiangmuzhang.kernel.Actor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A running matter stays what it was accepted as, whatever becomes of its item. */
@OnSite
class AcceptedVersionTests {

    private static final String ITEM = "CHANGING";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc web;
    private final ConfigurableApplicationContext context;
    private Story story;

    @Autowired
    AcceptedVersionTests(MockMvc web, ConfigurableApplicationContext context) {
        this.web = web;
        this.context = context;
        this.story = new Story(context);
    }

    @BeforeEach
    void asItWas() {
        story = new Story(context);
        catalog().publish(TestCatalog.called(ITEM, "1", "占道", "Road occupation", 10));
    }

    @Test
    void pagesAndRestCallARunningMatterAsItWasCalledWhenItWasAccepted() throws Exception {
        UUID running =
                story.submit(
                        story.applicant,
                        List.of(story.material(story.applicant, ITEM + "-1", "申请")),
                        Mode.FORMAL,
                        ITEM);
        story.accepting().accept(running, Story.ANY, story.clerk);
        isCalledAsBefore(running);

        catalog().publish(TestCatalog.called(ITEM, "2", "改名", "Renamed", 3));
        isCalledAsBefore(running);

        catalog().withdraw(ITEM);
        isCalledAsBefore(running);
    }

    private void isCalledAsBefore(UUID running) throws Exception {
        String task = "/intake/tasks/" + story.task(running, ITEM).id();
        String application = "/intake/applications/" + running;
        for (String page :
                List.of(
                        "/console" + task,
                        "/console/intake/tasks",
                        "/console" + application,
                        "/console" + application + "/receipt",
                        "/console/intake/applications?state=ACCEPTED")) {
            Actor reader = page.contains("tasks") ? story.land : story.clerk;
            assertThat(text(page, reader))
                    .as(page)
                    .contains("占道审批")
                    .doesNotContain("改名", "Renamed", ITEM);
            String also = page + (page.contains("?") ? "&" : "?") + "lang=en";
            assertThat(text(also, reader)).as(also).contains("Road occupation approval");
        }
        assertThat(text("/console" + task, story.land)).contains("占道申请表");
        assertThat(text("/console" + task + "?lang=en", story.land))
                .contains("Road occupation form");
        assertThat(text("/console" + application + "/receipt", story.clerk))
                .contains("占道申请表", "10 个工作日", "20 个工作日");

        JsonNode sheet = json("/api" + task, story.land);
        assertThat(sheet.get("itemName").asString()).isEqualTo("占道审批");
        assertThat(sheet.get("itemNameEn").asString()).isEqualTo("Road occupation approval");
        assertThat(sheet.at("/materials/0/name").asString()).isEqualTo("占道申请表");
        assertThat(sheet.at("/materials/0/nameEn").asString()).isEqualTo("Road occupation form");
        JsonNode receipt = json("/api" + application + "/receipt", story.clerk);
        assertThat(receipt.at("/items/0/name").asString()).isEqualTo("占道审批");
    }

    @Test
    void aRunningMatterOfAWithdrawnItemIsPutRight() {
        UUID running = story.accepted(Mode.FORMAL, ITEM);
        TaskView before = story.task(running, ITEM);
        catalog().withdraw(ITEM);

        story.get(Rectifying.class)
                .rectify(
                        running,
                        new Rectification(null, new Belonging(null), null, null),
                        "不属于该项目",
                        Story.ANY,
                        story.clerk);

        assertThat(story.see(running).project()).isNull();
        assertThat(story.task(running, ITEM)).isEqualTo(before);
    }

    @Test
    void countsWhatIsOpenOfAnItemAndOfADepartmentAlike() {
        List<Line> none = touched("items", "LAND-PLAN-PERMIT");
        assertThat(none).extracting(Line::count).containsExactly(0L, 0L);
        story.plan().waits(story.project, "LAND-PLAN-PERMIT", new Unmet("LAND_RIGHT", true));
        UUID simulated = story.accepted(Mode.SIMULATED, "LAND-PLAN-PERMIT");
        assertThat(touched("items", "LAND-PLAN-PERMIT"))
                .extracting(Line::count)
                .containsExactly(1L, 0L);

        story.preApprove(simulated, "LAND-PLAN-PERMIT", story.land);
        assertThat(story.task(simulated, "LAND-PLAN-PERMIT").state()).isEqualTo("PRE_APPROVED");
        assertThat(touched("items", "LAND-PLAN-PERMIT"))
                .containsExactly(
                        new Line("intake.touched.running", 1),
                        new Line("intake.touched.window", 0));
        assertThat(touched("departments", "NR"))
                .containsExactly(new Line("intake.touched.running", 1));

        story.submit(story.applicant, List.of(), Mode.SIMULATED, "LAND-PLAN-PERMIT");
        assertThat(touched("items", "LAND-PLAN-PERMIT"))
                .extracting(Line::count)
                .containsExactly(1L, 1L);
        assertThat(touched("departments", "NR"))
                .containsExactly(new Line("intake.touched.running", 2));
    }

    private List<Line> touched(String table, String key) {
        Set<String> items = table.equals("items") ? Set.of(key) : Set.of();
        return story.get(Dependents.class).of(Set.of(story.place), table, key, items);
    }

    private TestCatalog catalog() {
        return context.getBean(TestCatalog.class);
    }

    private String text(String path, Actor by) throws Exception {
        String text = Jsoup.parse(read(path, by)).text();
        assertThat(text).doesNotContain("??");
        return text;
    }

    private JsonNode json(String path, Actor by) throws Exception {
        return JSON.readTree(read(path, by));
    }

    private String read(String path, Actor by) throws Exception {
        MockHttpServletResponse answer =
                web.perform(get(path).header("X-Person", IntakeSite.known(by)))
                        .andReturn()
                        .getResponse();
        String body = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(path + body).isEqualTo(200);
        return body;
    }
}
