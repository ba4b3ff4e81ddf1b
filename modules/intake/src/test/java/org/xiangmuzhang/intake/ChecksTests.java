package org.xiangmuzhang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.xiangmuzhang.intake.TestForms.ITEM;
import static org.xiangmuzhang.intake.TestForms.about;
import static org.xiangmuzhang.intake.TestForms.field;
import static org.xiangmuzhang.intake.TestForms.rule;
import static org.xiangmuzhang.intake.TestSettings.row;
import static org.xiangmuzhang.intake.TestSettings.rows;

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
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.port.in.CheckSheet;
import org.xiangmuzhang.intake.port.in.CheckSheet.Answer;
import org.xiangmuzhang.intake.port.in.CheckSheet.Verdict;
import org.xiangmuzhang.intake.port.in.Checking;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.Reviewing;
import org.xiangmuzhang.intake.port.in.Reviewing.ReviewLine;
import org.xiangmuzhang.intake.port.in.RuleAccuracy;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.spi.ProjectPlans.Choice;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Values;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rules look before a person does, decide what they cover wholly, and are compared with people. */
@OnSite
class ChecksTests {

    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvc web;
    private final ConfigurableApplicationContext context;
    private final JdbcClient jdbc;
    private Story story;

    @Autowired
    ChecksTests(MockMvc web, ConfigurableApplicationContext context, JdbcClient jdbc) {
        this.web = web;
        this.context = context;
        this.jdbc = jdbc;
        this.story = new Story(context);
    }

    @BeforeEach
    void newStory() {
        story = new Story(context);
        place(List.of(), List.of(), 0);
    }

    @Test
    void checksBeforeSubmittingAndKeepsNothing() throws Exception {
        UUID map = story.file(story.applicant, "位置图");
        MvcResult answer =
                web.perform(
                                post("/api/intake/checks")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(
                                                """
                                                {"items": [{"code": "SITE-PREEXAM"}],
                                                 "materials": [{"material": "SITE-PREEXAM-2",
                                                  "file": "%s"}],
                                                 "answers": {"area": "0", "phone": "13800138000"}}
                                                """
                                                        .formatted(map))
                                        .header("Idempotency-Key", UUID.randomUUID().toString())
                                        .header("X-Person", IntakeSite.known(story.applicant)))
                        .andReturn();

        assertThat(answer.getResponse().getStatus()).isEqualTo(200);
        assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("\"rule\":\"R-AREA\"", "用地面积须在 0.1 至 500 公顷之间", "\"failing\":true");
        JsonNode verdicts =
                JSON.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                        .at("/items/0/verdicts");
        assertThat(verdicts.valueStream())
                .filteredOn(one -> !one.get("passed").asBoolean())
                .extracting(one -> one.get("reasonZh").asString())
                .containsExactlyInAnyOrder("用地面积须在 0.1 至 500 公顷之间", "缺少申请表");
        assertThat(verdicts.valueStream())
                .filteredOn(one -> one.get("rule").asString().equals("R-MAP"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("seen").asString()).hasSize(64));
        assertThat(
                        jdbc.sql("select count(*) from intake.check_run where region = ?")
                                .param(story.place.code())
                                .query(Long.class)
                                .single())
                .isZero();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                story.get(Checking.class)
                                        .check(
                                                asking(List.of(), Map.of()),
                                                new Story(context)
                                                        .actor(
                                                                Role.APPLICANT,
                                                                null,
                                                                UUID.randomUUID())));
    }

    @Test
    void looksByTheRulesOfThePlaceOfTheProject() {
        Region place = new Region("140401");
        Checking checking = story.get(Checking.class);
        new OneProject(new Choice(story.project, "代码", "项目", place, story.enterprise))
                .during(
                        context,
                        () -> {
                            assertThatExceptionOfType(Refusal.class)
                                    .isThrownBy(
                                            () ->
                                                    checking.check(
                                                            asking(List.of(), Map.of()),
                                                            story.applicant))
                                    .extracting(Refusal::rule)
                                    .isEqualTo("region-of-another-project");
                            assertThat(
                                            checking.check(leftOut(), story.applicant)
                                                    .items()
                                                    .getFirst()
                                                    .verdicts())
                                    .isEmpty();
                        });
        assertThat(checking.check(leftOut(), story.applicant).items().getFirst().verdicts())
                .isNotEmpty();
    }

    /** Without a place. */
    private SubmitApplication leftOut() {
        return new SubmitApplication(
                UUID.randomUUID(),
                null,
                story.enterprise,
                story.project,
                List.of(new AskedItem(ITEM, Mode.FORMAL)),
                List.of(),
                null,
                null,
                List.of(),
                null,
                Map.of());
    }

    @Test
    @Practice("PR-144")
    void showsFailedRulesWithReasonsBesideTheMaterialAndKeepsWhatTheySaw() throws Exception {
        GivenMaterial form = story.material(story.applicant, ITEM + "-1", "申请表");
        UUID id = submit(List.of(form), Map.of("area", "800", "phone", "13800138000"));

        assertThat(story.see(id).state()).as("before acceptance").isEqualTo("RECEIVED");
        CheckSheet sheet = check(id);
        assertThat(sheet.items().getFirst().itemCode()).isEqualTo(ITEM);
        assertThat(sheet.items().getFirst().verdicts())
                .filteredOn(one -> one.rule().equals("R-AREA"))
                .singleElement()
                .returns("RANGE", Verdict::kind)
                .returns("area", Verdict::subject)
                .returns("用地面积须在 0.1 至 500 公顷之间", Verdict::reasonZh);
        assertThat(sheet.setBy()).isEqualTo(story.place.code());
        assertThat(sheet.version()).isEqualTo(1);
        assertThat(sheet.answers()).extracting(Answer::value).containsExactly("800", "13800138000");
        assertThat(verdicts(id)).containsEntry("R-AREA", false).containsEntry("R-FORM", true);
        assertThat(verdicts(id)).containsEntry("R-MAP", false).containsEntry("R-MAP-TYPE", true);
        assertThat(sheet.items().getFirst().verdicts())
                .filteredOn(one -> one.rule().equals("R-FORM"))
                .extracting(Verdict::seen)
                .allMatch(hash -> hash != null && hash.length() == 64);

        Document page = page("/console/intake/applications/" + id, story.clerk);
        assertThat(page.select("th .lacking").eachText()).containsExactly("缺少位置图");
        assertThat(page.select("section[aria-labelledby=rules]").text())
                .contains("用地面积须在 0.1 至 500 公顷之间", "全面审查", "800");
        assertThat(
                        jdbc.sql(
                                        "select count(*) from parties.remark r join"
                                                + " intake.check_run c on r.id = any(c.answers) where"
                                                + " c.application = ? and r.text is null and r.sealed"
                                                + " is not null")
                                .param(id)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    @Practice("PR-147")
    void comparesEachRuleWithThePersonWhoDecided() throws Exception {
        GivenMaterial form = story.material(story.applicant, ITEM + "-1", "申请表");
        UUID alarm = submit(papers(), Map.of("area", "800"));
        assertThat(page("/console/intake/applications/" + alarm, story.clerk).text())
                .contains("用地面积须在 0.1 至 500 公顷之间");
        story.accepting().accept(alarm, Story.ANY, story.clerk);
        story.approve(alarm, ITEM, story.land);
        UUID incomplete = submit(List.of(form), Map.of("area", "3"));
        story.accepting()
                .noticeCorrection(incomplete, List.of(ITEM + "-2"), "缺图", Story.ANY, story.clerk);

        assertThat(accuracy("R-AREA"))
                .returns(0L, RuleAccuracy::agreed)
                .returns(1L, RuleAccuracy::objectedAlone)
                .returns(0L, RuleAccuracy::percent);
        assertThat(accuracy("R-MAP"))
                .returns(2L, RuleAccuracy::agreed)
                .returns(100L, RuleAccuracy::percent);
        assertThat(accuracy("R-FORM")).returns(2L, RuleAccuracy::agreed);
        assertThat(check(incomplete).items().getFirst().verdicts())
                .filteredOn(one -> one.rule().equals("R-MAP"))
                .extracting(Verdict::person)
                .containsExactly(false);

        story.submitting()
                .supply(
                        incomplete,
                        List.of(story.material(story.applicant, ITEM + "-2", "位置图")),
                        Story.ANY,
                        story.applicant);
        assertThat(verdicts(incomplete)).containsEntry("R-MAP", true);
        story.accepting().accept(incomplete, Story.ANY, story.clerk);
        story.examining()
                .decide(
                        story.task(incomplete, ITEM).id(),
                        new org.xiangmuzhang.intake.port.in.Verdict(
                                Outcome.REJECTED, null, null, "选址不符"),
                        Story.ANY,
                        story.land);
        assertThat(accuracy("R-MAP"))
                .returns(1L, RuleAccuracy::passedAlone)
                .returns(67L, RuleAccuracy::percent);

        Document page = page("/console/intake/rule-accuracy", story.land);
        assertThat(page.select("tbody tr")).hasSize(4);
        assertThat(page.select("tbody tr").text()).contains("缺少位置图", "67 %");
    }

    /** Whatever comes between the act and the reading of the log: what stood then counts. */
    @Test
    void comparesWithWhatThePersonSaw() {
        GivenMaterial form = story.material(story.applicant, ITEM + "-1", "申请表");
        UUID id = submit(List.of(form), Map.of("area", "3"));
        story.accepting().noticeCorrection(id, List.of(ITEM + "-2"), "缺图", Story.ANY, story.clerk);
        story.submitting()
                .supply(
                        id,
                        List.of(story.material(story.applicant, ITEM + "-2", "位置图")),
                        Story.ANY,
                        story.applicant);
        story.hear();

        assertThat(accuracy("R-MAP"))
                .returns(1L, RuleAccuracy::agreed)
                .returns(0L, RuleAccuracy::passedAlone);
    }

    @Test
    void saysNothingOfRulesOnMaterialsThatAreOwed() {
        String table = "SOILWATER-TABLE";
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("fields", List.of());
        values.put(
                "rules",
                rows(
                        about(table, "R-FORM", "HANDED_IN", table + "-1", "-", "理由"),
                        about(table, "R-MAP", "HANDED_IN", table + "-2", "-", "理由"),
                        about(table, "R-TYPE", "FILE_TYPE", table + "-2", "txt", "理由"),
                        about(table, "R-COUNT", "FILE_COUNT", "-", "2", "理由")));
        values.put("complete", List.of());
        values.put("depths", List.of());
        values.put("reviewShare", 0);
        story.get(TestSettings.class)
                .set(context.getBean("formsAndChecksSetting", Setting.class), story.place, values);
        UUID id =
                story.submit(
                        story.applicant,
                        List.of(story.material(story.applicant, table + "-1", "申请表")),
                        Mode.FORMAL,
                        table);
        story.accepting().accept(id, Story.ANY, story.clerk);
        story.examining()
                .decide(
                        story.task(id, table).id(),
                        new org.xiangmuzhang.intake.port.in.Verdict(
                                Outcome.APPROVED_WITH_OWED, null, null, null),
                        Story.ANY,
                        story.water);

        assertThat(story.get(Checking.class).accuracy(null, story.water))
                .extracting(RuleAccuracy::rule)
                .containsExactly("R-FORM");
    }

    @Test
    @Practice("PR-202")
    void decidesOnReceiptWhatTheRulesCoverWhollyAndKeepsWhy() throws Exception {
        place(List.of(ITEM), List.of(), 100);
        UUID id = submit(papers(), Map.of("area", "3"));

        ApplicationView view = story.see(id);
        assertThat(view.state()).isEqualTo("ACCEPTED");
        TaskView task = story.task(id, ITEM);
        assertThat(task.state()).isEqualTo("APPROVED");
        assertThat(task.documentNumber()).isNotNull();
        assertThat(story.told(id))
                .containsSubsequence(
                        "intake.application-submitted",
                        "intake.application-accepted",
                        "intake.item-decided");
        CheckSheet sheet = check(id);
        assertThat(sheet.version()).isEqualTo(2);
        assertThat(sheet.items().getFirst().decidedByRules()).isTrue();
        assertThat(page("/console/intake/tasks/" + task.id(), story.land).text())
                .contains("规则自动办结");
        story.accepting().deliver(id, Story.ANY, story.clerk);
        assertThat(story.see(id).state()).isEqualTo("DELIVERED");
        story.hear();
        assertThat(story.get(Checking.class).accuracy(null, story.land)).isEmpty();
    }

    @Test
    void leavesToAPersonWhatItIsNotContentWithOrCannotSeeWholly() {
        place(List.of(ITEM), List.of(), 100);

        assertThat(story.see(submit(papers(), Map.of("area", "800"))).state())
                .isEqualTo("RECEIVED");
        assertThat(story.see(submit(List.of(), Map.of("area", "3"))).state()).isEqualTo("RECEIVED");
        UUID both = UUID.randomUUID();
        story.submitting()
                .submit(
                        new SubmitApplication(
                                both,
                                story.place,
                                story.enterprise,
                                story.project,
                                List.of(
                                        new AskedItem(ITEM, Mode.FORMAL),
                                        new AskedItem("ENT-APPROVAL", Mode.FORMAL)),
                                papers(),
                                null,
                                null,
                                List.of(),
                                null,
                                Map.of("area", "3")),
                        story.applicant);
        assertThat(story.see(both).state()).isEqualTo("RECEIVED");
    }

    @Test
    void leavesToAPersonWhatRestsOnAPromise() {
        Item item = TestCatalog.called("CERTIFIED", "1", "凭证", "Certified", 5);
        Material form = item.materials().getFirst();
        Material certificate =
                new Material(
                        "CERTIFIED-2",
                        "凭证",
                        "Certificate",
                        "ELECTRONIC",
                        "APPLICANT",
                        false,
                        false,
                        List.of(),
                        false,
                        null,
                        true,
                        null,
                        null);
        story.get(TestCatalog.class)
                .publish(TestCatalog.like(item, false, List.of(form, certificate)));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("fields", List.of());
        values.put(
                "rules",
                rows(
                        row(
                                "rule",
                                "R-1",
                                "item",
                                "CERTIFIED",
                                "kind",
                                "HANDED_IN",
                                "subject",
                                "CERTIFIED-1",
                                "against",
                                "-",
                                "reasonZh",
                                "缺表",
                                "reasonEn",
                                "Reason")));
        values.put("complete", rows(row("item", "CERTIFIED")));
        values.put("depths", List.of());
        values.put("reviewShare", 0);
        story.get(TestSettings.class)
                .set(context.getBean("formsAndChecksSetting", Setting.class), story.place, values);

        assertThat(story.see(certified(List.of())).state()).isEqualTo("ACCEPTED");
        assertThat(story.see(certified(List.of("CERTIFIED-2"))).state()).isEqualTo("RECEIVED");
    }

    private UUID certified(List<String> promised) {
        UUID id = UUID.randomUUID();
        story.submitting()
                .submit(
                        new SubmitApplication(
                                id,
                                story.place,
                                story.enterprise,
                                story.project,
                                List.of(new AskedItem("CERTIFIED", Mode.FORMAL)),
                                List.of(story.material(story.applicant, "CERTIFIED-1", "申请表")),
                                null,
                                null,
                                promised,
                                null,
                                Map.of()),
                        story.applicant);
        return id;
    }

    @Test
    @Practice("PR-020")
    void aPersonReviewsTheSampleOnceAndAWrongDecisionIsTold() throws Exception {
        place(List.of(ITEM), List.of(), 0);
        UUID undrawn = submit(papers(), Map.of("area", "3"));
        assertThat(story.task(undrawn, ITEM).documentNumber()).isNotNull();
        place(List.of(ITEM), List.of(), 100);
        UUID right = submit(papers(), Map.of("area", "3"));
        UUID wrong = submit(papers(), Map.of("area", "4"));
        assertThat(story.task(right, ITEM).documentNumber()).isNotNull();
        Reviewing reviewing = story.get(Reviewing.class);
        assertThat(reviewing.sample(null, false, null, null, 10, story.land))
                .extracting(ReviewLine::application)
                .containsExactlyInAnyOrder(right, wrong);
        assertThat(reviewing.sample(null, false, null, null, 10, story.water)).isEmpty();

        UUID task = story.task(right, ITEM).id();
        assertThat(page("/console/intake/rule-decisions", story.land).select(".rows li"))
                .hasSize(2);
        assertThat(page("/console/intake/rule-decisions/" + task, story.land).select("form"))
                .isNotEmpty();
        reviewing.review(task, true, "核对无误", Story.ANY, story.land);
        reviewing.review(story.task(wrong, ITEM).id(), false, "面积虚报", Story.ANY, story.land);

        assertThat(reviewing.sample(null, false, null, null, 10, story.land)).isEmpty();
        assertThat(reviewing.sample(null, true, null, null, 10, story.land))
                .extracting(ReviewLine::right, ReviewLine::reason)
                .containsExactlyInAnyOrder(tuple(true, "核对无误"), tuple(false, "面积虚报"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> reviewing.review(task, false, "再看", Story.ANY, story.land))
                .extracting(Refusal::rule)
                .isEqualTo("reviewed-already");
        assertThat(story.told(wrong)).contains("intake.rule-decision-reviewed");
        assertThat(accuracy("R-AREA"))
                .returns(1L, RuleAccuracy::agreed)
                .returns(1L, RuleAccuracy::passedAlone);
        assertThat(reviewing.sample(null, true, false, null, 10, story.land))
                .extracting(ReviewLine::application)
                .containsExactly(wrong);
        Document listed =
                page("/console/intake/rule-decisions?reviewed=true&right=false", story.land);
        assertThat(listed.select(".rows .badge--bad")).hasSize(1);
        assertThat(listed.select(".tabs [aria-current=page]").eachText()).containsExactly("发现错误");
    }

    @Test
    void nothingIsShownOrReviewedThatWasNotDrawn() {
        place(List.of(ITEM), List.of(), 0);
        UUID id = submit(papers(), Map.of("area", "3"));

        assertThat(story.get(Reviewing.class).sample(null, false, null, null, 10, story.land))
                .isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                story.get(Reviewing.class)
                                        .review(
                                                story.task(id, ITEM).id(),
                                                true,
                                                "看",
                                                Story.ANY,
                                                story.land))
                .extracting(Refusal::rule)
                .isEqualTo("review-not-asked");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                story.get(Reviewing.class)
                                        .sampled(story.task(id, ITEM).id(), story.land))
                .extracting(Refusal::rule)
                .isEqualTo("review-not-asked");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                story.get(Reviewing.class)
                                        .sampled(story.task(id, ITEM).id(), story.water))
                .extracting(Refusal::rule)
                .isEqualTo("task-unknown");
    }

    @Test
    void aGoodGradeTurnsThePersonsExaminationIntoAFormalCheck() throws Exception {
        place(List.of(ITEM), List.of(row("grade", "A", "item", "-", "depth", "FORM")), 0);
        story.get(Grades.class).give(story.place, "A");
        UUID id = submit(papers(), Map.of("area", "800"));

        assertThat(story.see(id).state()).isEqualTo("RECEIVED");
        CheckSheet.Item item = check(id).items().getFirst();
        assertThat(item.grade()).isEqualTo("A");
        assertThat(item.depth()).isEqualTo("FORM");
        assertThat(verdicts(id)).containsEntry("R-AREA", false);
        assertThat(page("/console/intake/applications/" + id, story.clerk).text())
                .contains("形式审查", "信用等级 A");

        assertThat(story.see(submit(papers(), Map.of("area", "3"))).state()).isEqualTo("ACCEPTED");
        story.get(Grades.class).give(story.place, "C");
        assertThat(check(submit(papers(), Map.of("area", "800"))).items().getFirst().depth())
                .isEqualTo("FULL");
    }

    /** The rules of the story's place. */
    private void place(List<String> complete, List<Values> depths, int share) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "fields",
                rows(field("area", "NUMBER", "NONE", "-"), field("phone", "TEXT", "NONE", "-")));
        values.put(
                "rules",
                rows(
                        rule("R-AREA", "RANGE", "area", "0.1..500", "用地面积须在 0.1 至 500 公顷之间"),
                        rule("R-FORM", "HANDED_IN", ITEM + "-1", "-", "缺少申请表"),
                        rule("R-MAP", "HANDED_IN", ITEM + "-2", "-", "缺少位置图"),
                        rule("R-MAP-TYPE", "FILE_TYPE", ITEM + "-2", "txt,pdf", "位置图格式不符")));
        values.put("complete", complete.stream().map(code -> row("item", code)).toList());
        values.put("depths", depths);
        values.put("reviewShare", share);
        story.get(TestSettings.class)
                .set(context.getBean("formsAndChecksSetting", Setting.class), story.place, values);
    }

    private List<GivenMaterial> papers() {
        return List.of(
                story.material(story.applicant, ITEM + "-1", "申请表"),
                story.material(story.applicant, ITEM + "-2", "位置图"));
    }

    private SubmitApplication asking(List<GivenMaterial> materials, Map<String, String> answers) {
        return new SubmitApplication(
                UUID.randomUUID(),
                story.place,
                story.enterprise,
                story.project,
                List.of(new AskedItem(ITEM, Mode.FORMAL)),
                materials,
                null,
                null,
                List.of(),
                null,
                answers);
    }

    private UUID submit(List<GivenMaterial> materials, Map<String, String> answers) {
        SubmitApplication asking = asking(materials, answers);
        story.submitting().submit(asking, story.applicant);
        return asking.id();
    }

    private CheckSheet check(UUID application) {
        return story.get(Checking.class).of(application, story.clerk).orElseThrow();
    }

    private Map<String, Boolean> verdicts(UUID application) {
        Map<String, Boolean> verdicts = new LinkedHashMap<>();
        check(application)
                .items()
                .getFirst()
                .verdicts()
                .forEach(one -> verdicts.put(one.rule(), one.passed()));
        return verdicts;
    }

    private RuleAccuracy accuracy(String rule) {
        return story.get(Checking.class).accuracy(null, story.land).stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private Document page(String path, Actor by) throws Exception {
        MvcResult answer =
                web.perform(get(path).header("X-Person", IntakeSite.known(by))).andReturn();
        assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(200);
        Document page =
                Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.text()).doesNotContain("??");
        return page;
    }
}
