package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.Closing;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.Fetching;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.ListingFactors;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.Staffing;
import org.xiangmuzhang.steward.port.in.TakingOver;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The five papers of a project, and what it brings with it when it is taken over. */
@SpringBootTest(
        classes = {StewardApplication.class, StewardSite.class},
        properties = "a.context.of.its.own=it closes projects")
@AutoConfigureMockMvc
class ServiceFileScenarioTests extends CarriedProjects {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HEADER = "类型,事项代码,文号,开始日期,日期,核验日期,说明\n";

    @Autowired TakingOver taking;
    @Autowired PlanDrawing drawing;
    @Autowired Entrusting entrusting;
    @Autowired Staffing staffing;
    @Autowired ListingFactors factors;
    @Autowired Closing closing;
    @Autowired Fetching fetching;
    @Autowired Files files;
    @Autowired LogReader log;
    @Autowired MockMvc web;

    @Test
    @Practice("PR-028")
    void planPaperHasSchemeItemsAndMaterialsOfThisProjectAndANewVersionWhenItIsEdited()
            throws Exception {
        UUID project = begun();
        assertThat(json(project, "PLAN").get("ready").asBoolean()).isFalse();

        draw(project, false);
        Await.settled(log);
        JsonNode first = json(project, "PLAN");
        draw(project, true);
        Await.settled(log);
        JsonNode second = json(project, "PLAN");

        assertThat(second.get("version").asInt()).isGreaterThan(first.get("version").asInt());
        assertThat(first.at("/tables/0/rows")).as("items").isNotEmpty();
        assertThat(first.at("/tables/1/rows")).as("materials").isNotEmpty();
        assertThat(second.at("/tables/0/rows")).isNotEqualTo(first.at("/tables/0/rows"));
        assertThat(second.get("facts").toString())
                .contains("沁水光伏", watching.plan(steward, project, null).typeVersion());
        assertThat(second.at("/tables/0/rows").toString())
                .as("items of the project's type")
                .contains("SITE-PREEXAM", "ENT-APPROVAL", "LAND-PLAN-PERMIT");
    }

    @Test
    @Practice("PR-287")
    void fileSaysWhichOfTheFiveOnesIsMissingAndEveryPaperIsAPageAndAFile() throws Exception {
        UUID project = begun();
        assertThat(file(project).get("complete").asBoolean()).isFalse();
        assertThat(missing(project)).containsExactly("TEAM", "PLAN", "FACTORS", "COMMITMENT");

        draw(project, false);
        Actor member = hired(Role.CLERK, "张窗口", null);
        staffing.join(
                steward,
                project,
                -1,
                new Staffing.Joining(
                        people.byId(member.person()).orElseThrow().login(),
                        "MEMBER",
                        List.of(),
                        List.of(),
                        today()));
        UUID land = UUID.randomUUID();
        factors.list(
                steward,
                project,
                new ListingFactors.Need(land, ListingFactors.Kind.LAND, null, "NR", today()));
        entrusting.sign(
                applicant,
                project,
                -1,
                new Entrusting.Paper(
                        UUID.randomUUID(), List.of("SUBMIT"), today(), today().plusDays(9), null));
        assertThat(missing(project)).isEmpty();
        assertThat(file(project).get("complete").asBoolean()).isTrue();

        Await.settled(log);
        assertThat(json(project, "MANDATE").toString()).contains("代为申请", "李项目", "有效");
        assertThat(json(project, "MANDATE").get("ready").asBoolean()).isTrue();
        JsonNode plan = json(project, "PLAN");
        assertThat(plan.get("version").asInt())
                .isEqualTo(watching.plan(steward, project, null).revision());
        assertThat(plan.get("tables")).hasSize(3);
        assertThat(plan.at("/tables/0/rows")).isNotEmpty();
        assertThat(plan.at("/tables/1/rows")).isNotEmpty();
        assertThat(json(project, "LEDGER").toString()).contains("土地", "登记项目");
        move(project, land, ListingFactors.State.PROMISED, null);
        move(project, land, ListingFactors.State.SUPPLIED, stored("land.csv", new byte[] {'1'}));
        Await.settled(log);
        assertThat(json(project, "LEDGER").at("/tables/0/rows").toString())
                .as("steps")
                .contains("列入要素：土地", "要素土地：已承诺", "要素土地：已落实");
        assertThat(json(project, "LEDGER").at("/tables/1/rows").toString())
                .as("needs with what became of them")
                .contains("土地", "已落实")
                .doesNotContain("已承诺");
        assertThat(json(project, "COMPLETION").get("ready").asBoolean()).isFalse();
        assertThat(json(project, "COMPLETION").toString()).contains("未了事项");
        assertThat(json(project, "ADVICE").at("/tables/0/rows")).isNotEmpty();
        for (String paper : List.of("MANDATE", "PLAN", "LEDGER", "COMPLETION", "ADVICE")) {
            String page = "/console/projects/" + project + "/papers/" + paper;
            assertThat(page(page).select("article.paper h1")).hasSize(1);
            assertThat(page(page + "?lang=en").text()).doesNotContain("steward.paper", "??");
            page("/console/projects/" + project + "/papers?lang=zh-CN");
            MockHttpServletResponse csv = answer(page + "/export/csv");
            assertThat(csv.getHeader("Content-Disposition")).contains("attachment");
            assertThat(csv.getContentAsString(StandardCharsets.UTF_8))
                    .contains("沁水光伏")
                    .doesNotContain("'-");
            assertThat(answer(page + "/export/json").getContentType()).contains("json");
        }
        assertThat(page("/console/projects/" + project + "/papers").select("tbody tr")).hasSize(10);

        clock.forward(Duration.ofDays(10));
        assertThat(json(project, "MANDATE").toString()).contains("已过期").doesNotContain("有效");
        assertThat(json(project, "MANDATE").get("ready").asBoolean()).isFalse();
        closing.close(steward, project, -1, "ABANDONED", List.of(), "另行选址");
        assertThat(json(project, "COMPLETION").get("ready").asBoolean()).isTrue();
        assertThat(json(project, "COMPLETION").toString()).contains("终止");
    }

    @Test
    void runningProjectIsTakenOverFromASheetAndEachPartIsMarkedSo() throws Exception {
        UUID project = begun();
        draw(project, false);
        UUID file =
                stored(
                        "take-over.csv",
                        (HEADER
                                        + "决定,SITE-PREEXAM,晋自然资〔2026〕12号,2026-01-05,2026-02-01,2026-03-01,选址已定\n"
                                        + "经过,,,,2026-02-03,,召开协调会议定接入方案\n"
                                        + "材料,,可研〔2026〕1号,,2026-02-04,,可行性研究报告（已由窗口留存）\n")
                                .getBytes(StandardCharsets.UTF_8));

        TakingOver.Report trial = taking.look(steward, project, file);
        assertThat(trial.wrong()).isZero();
        assertThat(trial.applied()).isFalse();
        assertThat(trial.rows()).hasSize(3);
        assertThat(watching.project(steward, project, null).decidedElsewhere()).isEmpty();

        TakingOver.Report report = taking.takeOver(steward, project, -1, file);

        assertThat(report.applied()).isTrue();
        assertThat(report.decisions()).isEqualTo(1);
        assertThat(watching.project(applicant, project, null).decidedElsewhere())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.takenOver()).isTrue();
                            assertThat(it.documentNumber()).isEqualTo("晋自然资〔2026〕12号");
                            assertThat(it.file()).isEqualTo(file);
                        });
        Await.settled(log);
        assertThat(timeline(project))
                .filteredOn(it -> it.event().equals("steward.entry-taken-over"))
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.text()).startsWith("接管的"))
                .allSatisfy(it -> assertThat(it.data().toString()).doesNotContain("可行性"))
                .anySatisfy(it -> assertThat(it.why()).isEqualTo("召开协调会议定接入方案"));
        assertThat(watching.plan(steward, project, null).steps())
                .filteredOn(it -> it.itemCode().equals("SITE-PREEXAM"))
                .singleElement()
                .satisfies(it -> assertThat(it.decidedElsewhere()).isTrue());
        assertThat(page("/console/projects/" + project).text()).contains("接管");
        for (Actor reader : List.of(steward, applicant, leader)) {
            assertThat(fetching.paper(reader, project, file).name()).isEqualTo("take-over.csv");
        }
        for (Actor nobody :
                List.of(
                        hired(Role.STEWARD, "钱旁人", null),
                        hired(Role.APPROVER, "吴生态", "EE"),
                        hired(Role.APPROVER, "孙自然", "NR"))) {
            refused(() -> fetching.paper(nobody, project, file), "file-unknown");
        }
        refused(() -> taking.takeOver(steward, project, -1, file), "takeover-file-already");
        assertThat(taking.look(steward, project, file))
                .satisfies(it -> assertThat(it.wrong()).isZero())
                .satisfies(it -> assertThat(it.known()).isEqualTo(3));
    }

    @Test
    void longerSheetTakesOverWhatIsNewAloneAndKeepsTheFirstDayOfARowWithoutWords() {
        UUID project = begun();
        String rows =
                HEADER
                        + "决定,SITE-PREEXAM,晋自然资〔2026〕12号,2026-01-05,2026-02-01,,\n"
                        + "经过,,,,2026-02-03,,召开协调会议\n"
                        + "经过,,,,2026-02-03,,踏勘\n"
                        + "材料,,可研〔2026〕1号,,2026-02-04,,可行性研究报告\n";
        taking.takeOver(steward, project, -1, stored(rows));
        assertThat(entries(project))
                .hasSize(4)
                .anySatisfy(it -> assertThat(it.data()).containsEntry("begun", "2026-01-05"));

        UUID same = stored(rows + "\n");
        refused(() -> taking.takeOver(steward, project, -1, same), "takeover-nothing-new");
        UUID longer =
                stored(
                        rows
                                + "经过,,,,2026-02-03,,签订意向\n"
                                + "决定,ENERGY-REVIEW,晋发改〔2026〕5号,2026-01-10,2026-02-05,,\n");
        TakingOver.Report trial = taking.look(steward, project, longer);
        assertThat(trial.wrong()).isZero();
        assertThat(trial.known()).isEqualTo(4);
        assertThat(trial.rows())
                .extracting(TakingOver.Row::known)
                .containsExactly(true, true, true, true, false, false);
        taking.takeOver(steward, project, -1, longer);
        assertThat(entries(project)).hasSize(6);
        assertThat(watching.project(steward, project, null).decidedElsewhere()).hasSize(2);

        UUID wrong = stored(HEADER + "决定,ENERGY-REVIEW,晋发改〔2026〕6号,,2026-02-05,,\n");
        assertThat(rules(taking.look(steward, project, wrong)))
                .containsExactly("2 elsewhere-recorded-already");
    }

    private List<Happening> entries(UUID project) {
        return timeline(project).stream()
                .filter(it -> it.event().equals("steward.entry-taken-over"))
                .toList();
    }

    private UUID stored(String rows) {
        return stored("take-over.csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fileWithOneWrongRowLeavesNothingBehindWhateverIsRightInIt() throws Exception {
        UUID project = begun();
        UUID file =
                stored(
                        "take-over.xlsx",
                        sheet(
                                List.of(
                                        "kind",
                                        "item",
                                        "document",
                                        "begun",
                                        "date",
                                        "verified",
                                        "text"),
                                List.of("HISTORY", "", "", "", "2026-02-03", "", "开会"),
                                List.of(
                                        "DECISION",
                                        "SITE-PREEXAM",
                                        "晋〔2026〕1号",
                                        "2026-03-01",
                                        "2026-02-01",
                                        "",
                                        ""),
                                List.of(
                                        "DECISION",
                                        "NOTHING",
                                        "晋〔2026〕2号",
                                        "",
                                        "2026-02-01",
                                        "",
                                        ""),
                                List.of(
                                        "DECISION",
                                        "SITE-PREEXAM",
                                        "晋〔2026〕3号",
                                        "",
                                        today().plusDays(1).toString(),
                                        "",
                                        "")));
        long version = watching.project(steward, project, null).version();

        assertThat(rules(taking.look(steward, project, file)))
                .containsExactly(
                        "3 takeover-end-before-beginning",
                        "4 item-unknown",
                        "5 takeover-to-come",
                        "5 takeover-item-twice");
        refused(() -> taking.takeOver(steward, project, version, file), "takeover-faults");
        assertThat(whyNot(project, file, "zh-CN"))
                .contains("第 3 行", "日期 2026-02-01 早于开始日期 2026-03-01");
        assertThat(whyNot(project, file, "en"))
                .contains("The day 2026-02-01 lies before the beginning 2026-03-01")
                .doesNotContain("takeover-end");

        assertThat(watching.project(steward, project, null))
                .satisfies(it -> assertThat(it.version()).isEqualTo(version))
                .satisfies(it -> assertThat(it.decidedElsewhere()).isEmpty());
        assertThat(timeline(project)).noneMatch(it -> it.event().contains("taken-over"));
        refused(() -> taking.look(applicant, project, file), "role-may-not");
        refused(() -> taking.look(steward, project, UUID.randomUUID()), "file-unknown");
        Actor other = hired(Role.STEWARD, "钱旁人", null);
        refused(() -> taking.look(other, project, file), "not-the-projects-steward");
        refused(
                () -> taking.takeOver(steward, project, version + 1, file),
                "project-changed-meanwhile");
        UUID empty = stored("take-over.csv", HEADER.getBytes(StandardCharsets.UTF_8));
        refused(() -> taking.look(steward, project, empty), "takeover-empty");
    }

    @Test
    void stewardTriesTheFileOnThePageAndConfirms() throws Exception {
        UUID project = begun();
        String here = "/console/projects/" + project + "/take-over";
        String next = upload(here, HEADER + "经过,,,,2031-02-03,,将来的会\n");
        Document wrong = page(next);
        assertThat(wrong.select("[role=region] .field__error").text()).contains("晚于今天");
        assertThat(wrong.select("form[action$=confirmation]")).isEmpty();

        Document right = page(upload(here, HEADER + "经过,,,,2026-02-03,,选址踏勘\n"));
        assertThat(right.text()).contains("经过 1 条");
        MockHttpServletResponse done =
                web.perform(
                                post(here + "/confirmation")
                                        .param(
                                                "file",
                                                right.select("input[name=file]").attr("value"))
                                        .param(
                                                "version",
                                                right.select("input[name=version]").attr("value")))
                        .andReturn()
                        .getResponse();
        assertThat(done.getStatus()).isEqualTo(302);
        assertThat(timeline(project))
                .last()
                .satisfies(it -> assertThat(it.why()).isEqualTo("选址踏勘"));
    }

    private String whyNot(UUID project, UUID file, String language) throws Exception {
        MockHttpServletResponse answer =
                web.perform(
                                post("/api/projects/" + project + "/take-over")
                                        .header("Accept-Language", language)
                                        .header("Idempotency-Key", UUID.randomUUID().toString())
                                        .header("If-Match", "*")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"file\":\"" + file + "\"}"))
                        .andReturn()
                        .getResponse();
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(422);
        return JSON.readTree(text).get("detail").asString();
    }

    private String upload(String here, String content) throws Exception {
        MockHttpServletResponse answer =
                web.perform(
                                multipart(here)
                                        .file(
                                                new MockMultipartFile(
                                                        "sheet",
                                                        "take-over.csv",
                                                        "text/csv",
                                                        content.getBytes(StandardCharsets.UTF_8))))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }

    private static List<String> rules(TakingOver.Report report) {
        return report.rows().stream()
                .flatMap(row -> row.faults().stream().map(it -> row.line() + " " + it.rule()))
                .toList();
    }

    private UUID stored(String name, byte[] content) {
        return files.store(REGION, steward, name, new ByteArrayInputStream(content)).id();
    }

    @SafeVarargs
    private static byte[] sheet(List<String>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", null)) {
            Worksheet sheet = book.newWorksheet("1");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    sheet.value(row, column, rows[row].get(column));
                }
            }
        }
        return out.toByteArray();
    }

    private JsonNode file(UUID project) throws Exception {
        return JSON.readTree(
                answer("/api/projects/" + project + "/papers")
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private void move(UUID project, UUID factor, ListingFactors.State state, @Nullable UUID proof) {
        factors.move(steward, project, factor, -1, new ListingFactors.Move(state, null, proof));
    }

    private List<String> missing(UUID project) throws Exception {
        return file(project).get("ones").values().stream()
                .filter(it -> !it.get("there").asBoolean())
                .map(it -> it.get("what").asString())
                .toList();
    }

    private JsonNode json(UUID project, String paper) throws Exception {
        return JSON.readTree(
                answer("/api/projects/" + project + "/papers/" + paper)
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(answer(path).getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        MockHttpServletResponse answer =
                web.perform(get(path).accept(MediaType.ALL).header("Accept-Language", "zh-CN"))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(path + answer.getContentAsString()).isEqualTo(200);
        return answer;
    }

    private void draw(UUID project, boolean parallel) {
        drawing.draw(
                steward,
                project,
                -1,
                new PlanDrawing.Wishes(
                        null, null, Set.of(), Set.of(), Set.of(), Set.of(), parallel));
    }
}
