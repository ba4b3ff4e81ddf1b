package org.xiangmuzhang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.xiangmuzhang.intake.TestForms.ITEM;
import static org.xiangmuzhang.intake.TestForms.field;
import static org.xiangmuzhang.intake.TestForms.rule;
import static org.xiangmuzhang.intake.TestSettings.rows;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.port.in.CheckSheet.Answer;
import org.xiangmuzhang.intake.port.in.Checking;
import org.xiangmuzhang.intake.port.in.Drafting;
import org.xiangmuzhang.intake.port.in.Drafting.Begin;
import org.xiangmuzhang.intake.port.in.Drafting.DraftSheet;
import org.xiangmuzhang.intake.port.in.Drafting.FieldLine;
import org.xiangmuzhang.intake.port.in.Drafting.OfferLine;
import org.xiangmuzhang.intake.port.in.Drafting.PaperLine;
import org.xiangmuzhang.intake.port.in.Drafting.ProvenanceSheet;
import org.xiangmuzhang.intake.port.in.Drafting.ReuseLine;
import org.xiangmuzhang.intake.port.in.Drafting.Save;
import org.xiangmuzhang.intake.port.in.Drafting.SourceLine;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.port.out.Drafts;
import org.xiangmuzhang.intake.spi.Mandates.Act;
import org.xiangmuzhang.intake.spi.ProjectPlans.Choice;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.settings.Setting;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** One form: shared, filled in beforehand from what is known, with materials used again. */
@OnSite
class DraftsTests {

    private static final String PAGES = "/console/intake/drafts";

    private final MockMvc web;
    private final ConfigurableApplicationContext context;
    private final JdbcClient jdbc;
    private Story story;
    private Actor colleague;

    @Autowired
    DraftsTests(MockMvc web, ConfigurableApplicationContext context, JdbcClient jdbc) {
        this.web = web;
        this.context = context;
        this.jdbc = jdbc;
        this.story = new Story(context);
        this.colleague = story.actor(Role.APPLICANT, null, story.enterprise);
    }

    /** An enterprise of its own every time: what it did before is what the scenario tells. */
    @BeforeEach
    void newStory() {
        story = new Story(context);
        colleague = story.actor(Role.APPLICANT, null, story.enterprise);
        jdbc.sql("update intake.application set enterprise = gen_random_uuid()").update();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "fields",
                rows(
                        field("name", "TEXT", "ENTERPRISE_NAME", "-"),
                        field("creditCode", "TEXT", "ENTERPRISE_CODE", "-"),
                        field("contact", "TEXT", "EARLIER", "-"),
                        field("preexam", "TEXT", "DOCUMENT", ITEM)));
        values.put(
                "rules",
                rows(
                        rule("R-CODE", "FORMAT", "creditCode", "CREDIT_CODE", "信用代码有误"),
                        rule("R-CONTACT", "PRESENT", "contact", "-", "请填写联系电话"),
                        rule("R-PHONE", "FORMAT", "contact", "MOBILE", "手机号码有误"),
                        rule("R-MAP", "HANDED_IN", ITEM + "-2", "-", "缺少位置图")));
        set("formsAndChecksSetting", values);
    }

    @Test
    void isFilledInFromProfileEarlierMattersAndDocumentsWithItsSources() {
        UUID before = earlier();
        DraftSheet draft = begin(story.applicant);

        assertThat(draft.fields())
                .extracting(FieldLine::value)
                .containsExactly(
                        "沁水某能源公司",
                        "91140500MA9DEMA138",
                        "13800138000",
                        story.task(before, ITEM).documentNumber());
        assertThat(draft.fields())
                .extracting(line -> line.source() == null ? null : line.source().source())
                .containsExactly("PROFILE", "PROFILE", "EARLIER", "DOCUMENT");
        assertThat(draft.fields().get(2).source())
                .isEqualTo(
                        new SourceLine(
                                "contact",
                                "EARLIER",
                                story.see(before).number(),
                                "LIKELY",
                                null,
                                null));
        assertThat(draft.prefilled()).isEqualTo(100);
    }

    @Test
    @Practice("PR-145")
    void isSharedWithColleaguesConfirmedByAPersonAndStoredWithItsShare() {
        earlier();
        DraftSheet draft = begin(story.applicant);
        assertThat(draft.prefilled()).isEqualTo(100);
        Map<String, String> answers = answers(draft);
        answers.put("contact", "13900139000");
        DraftSheet saved =
                drafting()
                        .save(
                                draft.id(),
                                new Save(
                                        answers, Set.of("name", "creditCode"), List.of(), Set.of()),
                                Story.ANY,
                                colleague);
        assertThat(saved.prefilled()).isEqualTo(75);
        assertThat(saved.fields().get(2).source()).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> drafting().submit(draft.id(), Story.ANY, colleague))
                .returns("prefilled-not-confirmed", Refusal::rule)
                .returns(List.of("/answers/preexam"), Refusal::pointers);

        drafting()
                .save(
                        draft.id(),
                        new Save(answers, Set.of("preexam"), List.of(), Set.of()),
                        Story.ANY,
                        colleague);
        drafting().submit(draft.id(), Story.ANY, story.applicant);

        ProvenanceSheet provenance = drafting().provenance(draft.id(), story.clerk).orElseThrow();
        assertThat(provenance.percent()).isEqualTo(75);
        assertThat(provenance.prefilled())
                .allMatch(one -> colleague.person().equals(one.confirmedBy()))
                .extracting(SourceLine::field)
                .containsExactly("creditCode", "name", "preexam");
        assertThat(provenance.prefilled())
                .extracting(SourceLine::source)
                .containsExactly("PROFILE", "PROFILE", "DOCUMENT");
        assertThat(provenance.prefilled())
                .extracting(SourceLine::confidence)
                .containsOnly("CERTAIN");
        assertThat(story.get(Checking.class).of(draft.id(), story.clerk).orElseThrow().answers())
                .extracting(Answer::value)
                .contains("13900139000");
        unknown(draft.id(), story.applicant);
    }

    @Test
    void nobodyElseSeesIt() {
        DraftSheet draft = begin(story.applicant);

        unknown(draft.id(), story.actor(Role.APPLICANT, null, UUID.randomUUID()));
        unknown(draft.id(), story.clerk);
        assertThat(drafting().drafts(null, null, null, 100, colleague))
                .extracting(Drafting.DraftLine::id)
                .contains(draft.id());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> drafting().drafts(null, null, null, 100, story.clerk))
                .extracting(Refusal::rule)
                .isEqualTo("role-may-not");
    }

    @Test
    @Practice("PR-146")
    void asksForAMaterialOnlyWhenItIsMissingOrExpired() throws Exception {
        UUID before = earlier();
        jdbc.sql("delete from intake.material where application = ? and material = ?")
                .params(before, ITEM + "-2")
                .update();
        DraftSheet draft = begin(colleague);
        PaperLine form = draft.papers().getFirst();
        PaperLine map = draft.papers().getLast();
        assertThat(form.asked()).isTrue();
        OfferLine offer = Objects.requireNonNull(form.offer());
        assertThat(offer.number()).isEqualTo(story.see(before).number());
        assertThat(offer.validUntil()).isEqualTo("2027-11-02");
        assertThat(map.offer()).isNull();
        assertThat(map.asked()).isTrue();
        Document asking = page(PAGES + "/" + draft.id());
        assertThat(asking.select("input[name=reuse]").eachAttr("value"))
                .containsExactly(ITEM + "-1");
        assertThat(asking.select("input[name=file-" + ITEM + "-1]")).isNotEmpty();
        assertThat(asking.select("details input[name=file-" + ITEM + "-1]")).isEmpty();

        DraftSheet saved =
                drafting()
                        .save(
                                draft.id(),
                                new Save(
                                        answers(draft),
                                        Set.of("name", "creditCode", "contact", "preexam"),
                                        List.of(story.material(colleague, ITEM + "-2", "位置图")),
                                        Set.of(ITEM + "-1")),
                                Story.ANY,
                                colleague);
        assertThat(saved.papers()).noneMatch(PaperLine::asked);
        drafting().submit(draft.id(), Story.ANY, colleague);
        ReuseLine reuse =
                drafting().provenance(draft.id(), story.clerk).orElseThrow().reused().getFirst();
        assertThat(reuse.offer().application()).isEqualTo(before);
        assertThat(reuse.offer().sha256()).hasSize(64);
        assertThat(reuse.consentedBy()).isEqualTo(colleague.person());
        assertThat(drafting().provenance(draft.id(), story.clerk).orElseThrow().purpose())
                .containsExactly(ITEM);

        story.on("2028-01-03");
        DraftSheet late = begin(colleague);
        assertThat(late.papers().getFirst().asked()).isTrue();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                drafting()
                                        .save(
                                                late.id(),
                                                new Save(
                                                        Map.of(),
                                                        Set.of(),
                                                        List.of(),
                                                        Set.of(ITEM + "-1")),
                                                Story.ANY,
                                                colleague))
                .extracting(Refusal::rule)
                .isEqualTo("reuse-expired");
        story.on("2026-11-02");
    }

    @Test
    void aPaperThatIsUsedAgainGrowsNoYounger() {
        UUID before = earlier();
        story.on("2026-11-20");
        DraftSheet draft = begin(story.applicant);
        drafting()
                .save(
                        draft.id(),
                        new Save(
                                answers(draft),
                                Set.of("name", "creditCode", "contact", "preexam"),
                                List.of(),
                                Set.of(ITEM + "-1", ITEM + "-2")),
                        Story.ANY,
                        story.applicant);
        drafting().submit(draft.id(), Story.ANY, story.applicant);
        story.accepting().accept(draft.id(), Story.ANY, story.clerk);
        assertThat(before).isNotEqualTo(draft.id());

        OfferLine offer =
                Objects.requireNonNull(begin(story.applicant).papers().getFirst().offer());
        assertThat(offer.application()).isEqualTo(draft.id());
        assertThat(offer.handedInOn()).isEqualTo("2026-11-02");
        assertThat(offer.validUntil()).isEqualTo("2027-11-02");
        story.on("2026-11-02");
    }

    @Test
    void aMandateForAnotherActOpensNoDraft() {
        Actor steward = story.actor(Role.STEWARD, null, null);
        Entrusted mandates = story.get(Entrusted.class);
        Begin wanted =
                new Begin(
                        UUID.randomUUID(),
                        null,
                        story.enterprise,
                        story.project,
                        List.of(new AskedItem(ITEM, Mode.FORMAL)));
        mandates.sign(
                steward.person(),
                story.enterprise,
                story.project,
                Act.SUPPLY,
                Act.WITHDRAW,
                Act.RECEIVE);
        refuses("mandate-missing", () -> drafting().begin(wanted, steward));
        mandates.sign(steward.person(), story.enterprise, story.project, Act.SUBMIT);
        DraftSheet draft = drafting().begin(wanted, steward);
        assertThat(drafting().draft(draft.id(), steward).id()).isEqualTo(draft.id());

        mandates.sign(steward.person(), story.enterprise, story.project, Act.RECEIVE);
        unknown(draft.id(), steward);
        Save nothing = new Save(Map.of(), Set.of(), List.of(), Set.of());
        refuses(
                "form-draft-unknown",
                () -> drafting().save(draft.id(), nothing, Story.ANY, steward));
        refuses("form-draft-unknown", () -> drafting().submit(draft.id(), Story.ANY, steward));
        refuses(
                "mandate-missing",
                () -> drafting().drafts(story.enterprise, story.project, null, 10, steward));
    }

    @Test
    void liesWhereItsProjectDoes() {
        Region place = new Region("140400");
        new OneProject(new Choice(story.project, "代码", "项目", place, story.enterprise))
                .during(
                        context,
                        () -> {
                            refuses(
                                    "region-of-another-project",
                                    () -> beginFor(story.project, story.place));
                            assertThat(beginFor(story.project, null).region())
                                    .isEqualTo(place.code());
                            refuses("project-not-yours", () -> beginFor(UUID.randomUUID(), place));
                        });
    }

    private DraftSheet beginFor(UUID project, @Nullable Region region) {
        return drafting()
                .begin(
                        new Begin(
                                UUID.randomUUID(),
                                region,
                                story.enterprise,
                                project,
                                List.of(new AskedItem(ITEM, Mode.FORMAL))),
                        story.applicant);
    }

    @Test
    void aStewardWhoIsNotOfferedAPaperLeavesTheConsentOfTheEnterprise() {
        earlier();
        Actor steward = story.actor(Role.STEWARD, null, null);
        story.get(Entrusted.class)
                .sign(steward.person(), story.enterprise, story.project, Act.SUBMIT);
        DraftSheet draft =
                drafting()
                        .begin(
                                new Begin(
                                        UUID.randomUUID(),
                                        null,
                                        story.enterprise,
                                        story.project,
                                        List.of(new AskedItem(ITEM, Mode.FORMAL))),
                                story.applicant);
        Save reusing = new Save(Map.of(), Set.of(), List.of(), Set.of(ITEM + "-1"));
        drafting().save(draft.id(), reusing, Story.ANY, story.applicant);

        Save contact = new Save(Map.of("contact", "13800138000"), Set.of(), List.of(), Set.of());
        PaperLine form =
                drafting().save(draft.id(), contact, Story.ANY, steward).papers().getFirst();

        assertThat(form.offer()).isNull();
        assertThat(form.reused()).isTrue();
        assertThat(
                        drafting()
                                .save(draft.id(), contact, Story.ANY, story.applicant)
                                .papers()
                                .getFirst()
                                .reused())
                .isFalse();
    }

    @Test
    void followsWhatItsPlaceListsAndAsksForToday() {
        story.get(TestCatalog.class)
                .publish(TestCatalog.called("PASSING", "1", "一时", "Passing", 5));
        DraftSheet draft =
                drafting()
                        .begin(
                                new Begin(
                                        UUID.randomUUID(),
                                        null,
                                        story.enterprise,
                                        null,
                                        List.of(
                                                new AskedItem(ITEM, Mode.FORMAL),
                                                new AskedItem("PASSING", Mode.FORMAL))),
                                story.applicant);
        drafting()
                .save(
                        draft.id(),
                        new Save(
                                Map.of("name", "沁水某能源公司", "contact", "13800138000"),
                                Set.of(),
                                List.of(story.material(story.applicant, "PASSING-1", "表")),
                                Set.of()),
                        Story.ANY,
                        story.applicant);
        story.get(TestCatalog.class).withdraw("PASSING");
        set(
                "formsAndChecksSetting",
                Map.of("fields", rows(field("contact", "TEXT", "NONE", "-")), "rules", rows()));

        DraftSheet now = drafting().draft(draft.id(), story.applicant);
        assertThat(now.items()).extracting(AskedItem::code).containsExactly(ITEM);
        assertThat(now.fields()).extracting(FieldLine::value).containsExactly("13800138000");
        assertThat(now.papers()).noneMatch(paper -> paper.ids().contains("PASSING-1"));
        drafting().submit(draft.id(), Story.ANY, story.applicant);
        assertThat(story.see(draft.id()).tasks()).hasSize(1);
    }

    @Test
    void isRemovedOnlyAsItWasSeen() {
        DraftSheet draft = begin(story.applicant);
        Drafts drafts = story.get(Drafts.class);
        drafting()
                .save(
                        draft.id(),
                        new Save(Map.of("contact", "13800138000"), Set.of(), List.of(), Set.of()),
                        Story.ANY,
                        story.applicant);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> drafts.remove(draft.id(), draft.version()))
                .extracting(Refusal::rule)
                .isEqualTo("changed-meanwhile");
        assertThat(drafting().draft(draft.id(), story.applicant).fields().get(2).value())
                .isEqualTo("13800138000");
        drafting().discard(draft.id(), Story.ANY, story.applicant);
        unknown(draft.id(), story.applicant);
    }

    @Test
    void goesAfterItsTimeWithWhatStoodInIt() {
        earlier();
        DraftSheet draft = begin(story.applicant);
        long texts = texts();
        story.on("2026-12-02");
        assertThat(drafting().draft(draft.id(), colleague).expiresOn()).isEqualTo("2026-12-02");

        story.on("2026-12-03");
        unknown(draft.id(), colleague);
        assertThat(drafting().removeExpired()).isPositive();
        assertThat(texts()).isLessThan(texts);
        story.on("2026-11-02");
    }

    @Test
    @Practice("PR-243")
    void isFilledInCheckedByOneButtonAndSubmittedOnAPage() throws Exception {
        story.on("2026-11-02");
        Document form = page("/console/intake/applications/new?project=none&item=" + ITEM);
        assertThat(form.select("button[formaction=" + PAGES + "]")).hasSize(1);
        String key = form.select("input[name=key]").val();
        MvcResult begun =
                send(post(PAGES).param("key", key).param("project", "none").param("item", ITEM));
        assertThat(begun.getResponse().getRedirectedUrl()).isEqualTo(PAGES + "/" + key);

        Document draft = page(PAGES + "/" + key);
        assertThat(draft.select("input[name=answer-creditCode]").attr("pattern")).isNotEmpty();
        assertThat(draft.select("input[name=answer-contact]").hasAttr("required")).isTrue();
        assertThat(draft.select("input[name=answer-contact]").attr("title")).contains("手机号码有误");
        assertThat(draft.text()).contains("系统预填 50%", "来源：企业档案");
        assertThat(page(PAGES).select(".rows a").eachAttr("href")).contains(PAGES + "/" + key);

        MvcResult checked =
                send(filled(key, "0").param("answer-contact", "12345").param("then", "check"));
        assertThat(checked.getResponse().getRedirectedUrl())
                .isEqualTo(PAGES + "/" + key + "?check=");
        Document verdicts = page(PAGES + "/" + key + "?check=");
        assertThat(verdicts.select("section[aria-labelledby=rules]").text())
                .contains("手机号码有误", "缺少位置图")
                .doesNotContain("信用代码有误");

        MvcResult unconfirmed =
                send(
                        filled(key, "1")
                                .param("answer-contact", "13800138000")
                                .param("then", "submit"));
        assertThat(unconfirmed.getResponse().getRedirectedUrl()).isEqualTo(PAGES + "/" + key);
        MvcResult submitted =
                send(
                        filled(key, "2")
                                .file(
                                        new MockMultipartFile(
                                                "file-" + ITEM + "-2",
                                                "图.txt",
                                                "text/plain",
                                                "位置图".getBytes(StandardCharsets.UTF_8)))
                                .param("answer-contact", "13800138000")
                                .param("confirm", "name", "creditCode")
                                .param("then", "submit"));
        assertThat(submitted.getResponse().getRedirectedUrl())
                .isEqualTo("/console/intake/applications/" + key + "/receipt");
        assertThat(page("/console/intake/applications/" + key).text())
                .contains("系统预填 50%", "图.txt", "13800138000");
    }

    private MockMultipartHttpServletRequestBuilder filled(String key, String version) {
        return (MockMultipartHttpServletRequestBuilder)
                multipart(PAGES + "/" + key)
                        .param("version", version)
                        .param("answer-name", "沁水某能源公司")
                        .param("answer-creditCode", "91140500MA9DEMA138");
    }

    /** An application of before: with a telephone, a form, and a decision. */
    private UUID earlier() {
        UUID id = UUID.randomUUID();
        story.submitting()
                .submit(
                        new SubmitApplication(
                                id,
                                story.place,
                                story.enterprise,
                                null,
                                List.of(new AskedItem(ITEM, Mode.FORMAL)),
                                story.whole(story.applicant, ITEM),
                                null,
                                null,
                                List.of(),
                                null,
                                Map.of("contact", "13800138000")),
                        story.applicant);
        story.accepting().accept(id, Story.ANY, story.clerk);
        story.approve(id, ITEM, story.land);
        return id;
    }

    private DraftSheet begin(Actor by) {
        return drafting()
                .begin(
                        new Begin(
                                UUID.randomUUID(),
                                null,
                                story.enterprise,
                                null,
                                List.of(new AskedItem(ITEM, Mode.FORMAL))),
                        by);
    }

    private static Map<String, String> answers(DraftSheet draft) {
        Map<String, String> answers = new LinkedHashMap<>();
        draft.fields()
                .forEach(
                        line -> {
                            if (line.value() != null) {
                                answers.put(line.field(), line.value());
                            }
                        });
        return answers;
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private void unknown(UUID draft, Actor by) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> drafting().draft(draft, by))
                .extracting(Refusal::rule)
                .isEqualTo("form-draft-unknown");
    }

    private long texts() {
        return jdbc.sql("select count(*) from parties.remark where sealed is not null")
                .query(Long.class)
                .single();
    }

    private Drafting drafting() {
        return story.get(Drafting.class);
    }

    private void set(String setting, Map<String, Object> values) {
        story.get(TestSettings.class)
                .set(context.getBean(setting, Setting.class), story.place, values);
    }

    private MvcResult send(AbstractMockHttpServletRequestBuilder<?> form) throws Exception {
        return web.perform(form.header("X-Person", IntakeSite.known(story.applicant))).andReturn();
    }

    private Document page(String path) throws Exception {
        MvcResult answer =
                web.perform(get(path).header("X-Person", IntakeSite.known(story.applicant)))
                        .andReturn();
        assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(200);
        Document page =
                Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.text()).doesNotContain("??");
        return page;
    }
}
