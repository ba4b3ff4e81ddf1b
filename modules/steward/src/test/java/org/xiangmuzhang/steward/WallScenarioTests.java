package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.eventlog.Rebuilds;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.steward.port.in.Closing;
import org.xiangmuzhang.steward.port.in.PlanComparing;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.ReadingWall;
import org.xiangmuzhang.steward.port.in.ReadingWall.Group;
import org.xiangmuzhang.steward.port.in.WallKeeping;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The wall chart of a county and of the city above it. */
@SpringBootTest(
        classes = {StewardApplication.class, StewardSite.class},
        properties = "a.context.of.its.own=it closes projects")
@AutoConfigureMockMvc
class WallScenarioTests extends CarriedProjects {

    private static final Region COUNTY = new Region("140502");

    @Autowired ReadingWall reading;
    @Autowired WallKeeping keeping;
    @Autowired PlanDrawing drawing;
    @Autowired PlanComparing comparing;
    @Autowired Closing closing;
    @Autowired Rebuilds rebuilds;
    @Autowired LogReader log;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc web;

    @Test
    void projectHangsWithPlanBaselineWhatIsNextAndWhoAnswersForIt() {
        Actor head = hired(Role.HEAD, COUNTY, "孙局长", "NR");
        Actor countyLeader = hired(Role.LEADER, COUNTY, "吴县长", null);
        UUID project = hung(COUNTY);
        int revision = watching.plan(steward, project, null).revision();
        comparing.setBaseline(steward, project, -1, revision, "承诺给企业的方案");
        settle();

        ReadingWall.Line line = line(question(COUNTY, null, Group.NONE), project);

        assertThat(line.place()).isNotEqualTo("140502");
        assertThat(line.stewardName()).isEqualTo("李项目");
        assertThat(line.begins()).isEqualTo(today());
        assertThat(line.finish())
                .isEqualTo(watching.plan(steward, project, null).finish())
                .isEqualTo(line.baselineFinish());
        assertThat(line.items()).isPositive();
        assertThat(line.light()).isEqualTo("GREEN");
        assertThat(line.stages())
                .extracting(ReadingWall.Gate::stage)
                .contains("CONSTRUCTION_PERMIT");
        assertThat(line.next())
                .hasSize(2)
                .allSatisfy(
                        it -> {
                            assertThat(it.itemName()).isNotEqualTo(it.item());
                            assertThat(it.leaderName())
                                    .isEqualTo(it.department().equals("NR") ? "孙局长" : "吴县长");
                        });
        assertThat(ids(asked(COUNTY, null, Group.NONE, null, countyLeader.person())))
                .contains(project);
        assertThat(ids(asked(COUNTY, null, Group.NONE, null, head.person())).contains(project))
                .isEqualTo(line.next().getFirst().department().equals("NR"));
        assertThat(reading.choices(leader, COUNTY, Locale.CHINESE).leaders())
                .containsEntry(countyLeader.person().toString(), "吴县长");
        assertThat(reading.choices(leader, COUNTY, Locale.CHINESE).stewards()).containsValue("李项目");
    }

    @Test
    void pastDayShowsWhatHadBeenRecordedByItsEndAndNothingLater() {
        UUID project = registered(COUNTY);
        settle();
        LocalDate first = today();
        clock.forward(Duration.ofDays(3));
        registering.appoint(steward, project, -1, steward.person(), null);
        draw(project, null);
        settle();
        LocalDate second = today();
        LocalDate finish = watching.plan(steward, project, null).finish();
        clock.forward(Duration.ofDays(4));
        draw(project, today().plusDays(10));
        LocalDate moved = watching.plan(steward, project, null).finish();
        settle();

        assertThat(moved).isNotEqualTo(finish);
        assertThat(ids(question(COUNTY, first.minusDays(1), Group.NONE))).doesNotContain(project);
        assertThat(line(question(COUNTY, first, Group.NONE), project))
                .satisfies(
                        it -> {
                            assertThat(it.finish()).isNull();
                            assertThat(it.steward()).isNull();
                        });
        assertThat(line(question(COUNTY, second, Group.NONE), project).finish()).isEqualTo(finish);
        assertThat(line(question(COUNTY, today().minusDays(1), Group.NONE), project).finish())
                .isEqualTo(finish);
        assertThat(line(question(COUNTY, null, Group.NONE), project).finish()).isEqualTo(moved);
        ReadingWall.Sheet past =
                reading.wall(leader, question(COUNTY, second, Group.NONE), Locale.CHINESE);
        assertThat(past.replayed()).isTrue();
        assertThat(past.on()).isEqualTo(second);

        closing.close(steward, project, -1, "ABANDONED", List.of(), "另行选址");
        settle();
        assertThat(ids(question(COUNTY, null, Group.NONE))).doesNotContain(project);
        assertThat(ids(question(COUNTY, second, Group.NONE))).contains(project);
        refused(
                () ->
                        reading.wall(
                                leader,
                                question(COUNTY, today().plusDays(1), Group.NONE),
                                Locale.CHINESE),
                "wall-day-to-come");
    }

    @Test
    void pagesOfEveryGroupingShowEveryProjectOnceInOrder() {
        for (int i = 0; i < 4; i++) {
            hung(i % 2 == 0 ? COUNTY : REGION);
        }
        registered(COUNTY);
        settle();

        for (Group group : Group.values()) {
            List<ReadingWall.Line> lines = new ArrayList<>();
            ReadingWall.@Nullable Place after = null;
            int projects;
            do {
                ReadingWall.Sheet sheet =
                        reading.wall(leader, question(null, null, group, after, 3), Locale.CHINESE);
                assertThat(sheet.before()).isEqualTo(lines.size());
                lines.addAll(sheet.lines());
                projects = sheet.projects();
                after = sheet.next();
            } while (after != null);

            assertThat(lines).extracting(ReadingWall.Line::project).doesNotHaveDuplicates();
            assertThat(lines).hasSize(projects).hasSizeGreaterThan(4);
            assertThat(lines).extracting(ReadingWall.Line::group).isSorted();
        }
    }

    @Test
    void filtersNarrowAndWhatIsNoneIsRefused() {
        UUID project = hung(COUNTY);
        settle();
        String stage = line(question(COUNTY, null, Group.NONE), project).stage();

        assertThat(ids(filtered(stage, "GREEN", TYPE, steward.person()))).contains(project);
        assertThat(ids(filtered("COMPLETION", null, null, null))).doesNotContain(project);
        assertThat(ids(filtered(null, "RED", null, null))).doesNotContain(project);
        assertThat(ids(filtered(null, null, "PT-GOV-ROAD", null))).doesNotContain(project);
        assertThat(ids(filtered(null, null, null, leader.person()))).isEmpty();
        refused(() -> ids(filtered("MIDDLE", null, null, null)), "wall-stage");
        refused(() -> ids(filtered(null, "BLUE", null, null)), "light-unknown");
        refused(
                () -> ids(asked(COUNTY, null, Group.NONE, null, steward.person())),
                "wall-leader-unknown");
        refused(
                () -> reading.wall(applicant, question(COUNTY, null, Group.NONE), Locale.CHINESE),
                "role-may-not");
        Actor elsewhere = hired(Role.LEADER, new Region("370403"), "别县长", null);
        refused(
                () -> reading.wall(elsewhere, question(COUNTY, null, Group.NONE), Locale.CHINESE),
                "region-not-yours");
    }

    @Test
    void wallRebuiltFromTheFirstEventEqualsTheLiveOneWithItsPast() {
        UUID project = hung(COUNTY);
        settle();
        clock.forward(Duration.ofDays(1));
        draw(project, today().plusDays(10));
        settle();
        List<String> live = rows();
        assertThat(live).hasSizeGreaterThan(1);

        rebuilds.fromFirstEvent("steward.wall", keeping::begin);
        settle();

        assertThat(rows()).isEqualTo(live);
    }

    @Test
    void chartIsReadWithoutAScriptAndTheScreenHasLinksToItsPages() throws Exception {
        for (int i = 0; i < 10; i++) {
            hung(REGION);
        }
        settle();
        application.actor = leader;

        Document wall = page("/console/projects/wall?group=STAGE&steward=&on=&light=");
        assertThat(wall.select(".wall__row")).hasSizeGreaterThan(9);
        assertThat(wall.select(".wall__group")).isNotEmpty();
        assertThat(wall.select(".wall-row").eachAttr("aria-label"))
                .anyMatch(it -> it.contains("计划"));
        assertThat(wall.select("[style]")).isEmpty();
        Document screen = page("/console/projects/wall/screen");
        assertThat(screen.select(".wall__row")).hasSize(8);
        String next = screen.select("main").attr("data-turn");
        assertThat(screen.select("footer a").eachAttr("href")).contains(next);
        assertThat(page(next).select(".wall__row a").eachAttr("href"))
                .doesNotContainAnyElementsOf(screen.select(".wall__row a").eachAttr("href"));
        assertThat(page("/console/projects/wall?print=true&lang=en").text())
                .contains("Wall chart")
                .doesNotContain("steward.wall", "??");
        page("/console/projects/wall?lang=zh-CN");
        String after = next.substring(next.indexOf("after="));
        String paper =
                page("/console/projects/wall?group=STAGE&" + after)
                        .expectFirst("a[href$=print=true]")
                        .attr("href");
        assertThat(paper).contains("after=", "group=STAGE");
        Document sheet = page(paper);
        assertThat(sheet.select("[data-print]")).hasSize(1);
        assertThat(sheet.expectFirst(".pager a").attr("href")).contains("print=true");
        assertThat(page(sheet.expectFirst(".pager a").attr("href")).select("[data-print]"))
                .hasSize(1);
        assertThat(sheet.select("a[href*='/wall/screen']").attr("href")).doesNotContain("print");
        assertThat(
                        web.perform(get("/api/projects/wall?limit=2"))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .contains("\"lights\"", "\"next\"");
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer = web.perform(get(path)).andReturn().getResponse();
        answer.setDefaultCharacterEncoding("UTF-8");
        assertThat(answer.getStatus()).as(path + answer.getContentAsString()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private List<String> rows() {
        return jdbc.sql(
                        "select to_jsonb(w)::text from steward.wall w union all select"
                                + " to_jsonb(p)::text from steward.wall_project p order by 1")
                .query(String.class)
                .list();
    }

    private ReadingWall.Line line(ReadingWall.Question question, UUID project) {
        return reading.wall(leader, question, Locale.CHINESE).lines().stream()
                .filter(it -> it.project().equals(project))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> ids(ReadingWall.Question question) {
        return reading.wall(leader, question, Locale.CHINESE).lines().stream()
                .map(ReadingWall.Line::project)
                .toList();
    }

    private static ReadingWall.Question filtered(
            @Nullable String stage,
            @Nullable String light,
            @Nullable String type,
            @Nullable UUID steward) {
        return new ReadingWall.Question(
                COUNTY, null, stage, light, type, steward, null, Group.NONE, null, 200);
    }

    private static ReadingWall.Question question(
            @Nullable Region region, @Nullable LocalDate on, Group group) {
        return asked(region, on, group, null, null);
    }

    private static ReadingWall.Question question(
            @Nullable Region region,
            @Nullable LocalDate on,
            Group group,
            ReadingWall.@Nullable Place after,
            int limit) {
        return new ReadingWall.Question(
                region, on, null, null, null, null, null, group, after, limit);
    }

    private static ReadingWall.Question asked(
            @Nullable Region region,
            @Nullable LocalDate on,
            Group group,
            ReadingWall.@Nullable Place after,
            @Nullable UUID leader) {
        return new ReadingWall.Question(
                region, on, null, null, null, null, leader, group, after, 200);
    }

    private UUID hung(Region region) {
        UUID project = registered(region);
        registering.appoint(steward, project, -1, steward.person(), null);
        draw(project, null);
        return project;
    }

    private void draw(UUID project, @Nullable LocalDate start) {
        drawing.draw(
                steward,
                project,
                -1,
                new PlanDrawing.Wishes(start, null, Set.of(), Set.of(), Set.of(), Set.of(), false));
    }

    private void settle() {
        Await.settled(log);
    }
}
