package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.xiangmuzhang.intake.spi.Mandates;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.Registering;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The pages about who carries a project, in whose name, what was written down, and the end. */
@SpringBootTest(
        classes = {StewardApplication.class, StewardSite.class},
        properties = "a.context.of.its.own=it closes projects")
@AutoConfigureMockMvc
class CarryingPagesTests {

    private static final Region REGION = new Region("140500");
    private static final AtomicInteger SERIAL = new AtomicInteger(600_000);
    private static final SocialCreditCode CODE = new SocialCreditCode("91350100M000100Y43");

    @Autowired MockMvc web;
    @Autowired StewardApplication application;
    @Autowired StewardApplication.MovableClock clock;
    @Autowired Registering registering;
    @Autowired Entrusting entrusting;
    @Autowired Mandates mandates;
    @Autowired People people;
    @Autowired Enterprises enterprises;

    private UUID enterprise = UUID.randomUUID();
    private UUID mandate = UUID.randomUUID();
    private Actor steward = new Actor(UUID.randomUUID(), Role.STEWARD, REGION, null, null);
    private Actor applicant = steward;
    private String project = "";

    @BeforeEach
    void begin() {
        enterprise =
                enterprises
                        .byCode(CODE)
                        .map(Enterprise::id)
                        .orElseGet(
                                () -> {
                                    enterprises.add(
                                            new Enterprise(enterprise, REGION, CODE, "沁水新能源有限公司"));
                                    return enterprise;
                                });
        applicant = new Actor(UUID.randomUUID(), Role.APPLICANT, REGION, null, enterprise);
        steward = hired("李项目");
        application.actor = steward;
        UUID id = UUID.randomUUID();
        registering.register(
                steward,
                new Registering.Registration(
                        id,
                        REGION,
                        "2611-140500-04-01-%06d".formatted(SERIAL.incrementAndGet()),
                        "沁水光伏",
                        "PT-PV-GROUND",
                        enterprise,
                        "44",
                        null));
        registering.appoint(steward, id, -1, steward.person(), null);
        mandate = UUID.randomUUID();
        entrusting.sign(
                applicant,
                id,
                -1,
                new Entrusting.Paper(
                        mandate, List.of("SUBMIT", "SUPPLY"), today(), today().plusDays(90), null));
        project = "/console/projects/" + id;
    }

    @Test
    void enterpriseNarrowsOnAPageAndReadsWhatWasDoneAndWhatWasRefused() throws Exception {
        use("SITE-PREEXAM");
        application.actor = applicant;
        Document form = page(project + "/mandates/" + mandate + "/narrowing");
        assertThat(form.select("input[name=acts]").eachAttr("value"))
                .containsExactlyInAnyOrder("SUBMIT", "SUPPLY");

        send(
                "/mandates/" + mandate + "/narrowing",
                "acts",
                "SUBMIT",
                "from",
                today().toString(),
                "until",
                today().plusDays(30).toString(),
                "items",
                "EIA-TABLE",
                "reason",
                "只办环评",
                "version",
                form.expectFirst("[name=version]").val());
        assertThat(page(project).select("section:has(#mandates)").text())
                .contains("建设项目环境影响评价")
                .doesNotContain("代为补正");
        try {
            use("SITE-PREEXAM");
        } catch (Refusal outside) {
            assertThat(outside.rule()).isEqualTo("mandate-outside");
        }

        String list = "/console/projects/acts?project=" + project.substring(18);
        assertThat(page(list).select("tbody tr").eachText())
                .satisfiesExactly(
                        refused -> assertThat(refused).contains("超出委托范围", "李项目"),
                        done -> assertThat(done).contains("代为申请", "已办理"));
        assertThat(page(list + "&lang=en").text())
                .contains("outside the mandate")
                .doesNotContain("??");
        assertThat(page("/console/projects/acts?lang=zh-CN").select("tbody tr")).hasSize(2);
    }

    @Test
    void teamServiceAndHandOverAreOnOnePage() throws Exception {
        Actor deputy = hired("钱副手");
        Document page = page(project + "/team");
        assertThat(page.text()).contains("项目长人选", "钱副手");

        send(
                "/team",
                "login",
                people.byId(deputy.person()).orElseThrow().login(),
                "part",
                "DEPUTY",
                "phases",
                "BUILDING",
                "items",
                "SITE-PREEXAM",
                "on",
                today().toString(),
                "version",
                version());
        send(
                "/service",
                "kind",
                "KEY",
                "way",
                "ACT",
                "helper",
                "",
                "reason",
                "重点项目",
                "version",
                version());
        page = page(project + "/team");
        assertThat(page.select("section:has(#members)").text()).contains("副项目长", "建设阶段", "用地预审");
        assertThat(page.select("section:has(#service)").text()).contains("重点帮代办", "代办", "重点项目");
        send(
                "/team/" + deputy.person() + "/departure",
                "on",
                today().toString(),
                "version",
                version());
        send(
                "/steward",
                "steward",
                deputy.person().toString(),
                "reason",
                "轮岗",
                "version",
                version());
        application.actor = deputy;
        page = page(project + "/team");
        assertThat(page.select("section:has(#handover)").text()).contains("待签收", "李项目", "有效委托");

        send(
                "/handover/signature",
                "handover",
                page.expectFirst("[name=handover]").val(),
                "pack",
                "1",
                "version",
                version());
        page = page(project + "/team?lang=en");
        assertThat(page.select("section:has(#handover)").text()).contains("signed on");
        assertThat(page.text()).doesNotContain("??");
        assertThat(page(project + "/team?lang=zh-CN").text()).contains("已于", "签收");
    }

    @Test
    void diaryIsWrittenAndReadAndClosingNamesWhatIsOpen() throws Exception {
        assertThat(page(project + "/diary").text()).contains("还没有服务记录");
        send(
                "/diary",
                "kind",
                "EARLY",
                "place",
                "SITE",
                "item",
                "SITE-PREEXAM",
                "condition",
                "true",
                "on",
                today().toString(),
                "text",
                "先办压覆矿产查询");
        assertThat(page(project + "/diary").select("tbody tr").text())
                .contains("提前介入", "现场", "办理条件", "先办压覆矿产查询", "李项目");
        MvcResult refused =
                web.perform(
                                post(project + "/diary")
                                        .param("kind", "VISIT")
                                        .param("place", "SITE")
                                        .param("condition", "true")
                                        .param("on", today().toString())
                                        .param("text", "无事项的条件"))
                        .andReturn();
        Document wrong =
                Jsoup.parse(
                        web.perform(get(project + "/diary").flashAttrs(refused.getFlashMap()))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(wrong.text()).contains("须指明事项");

        assertThat(page(project + "/closing").text()).contains("没有未了事项，可以结案");
        send("/closing", "outcome", "FINISHED", "reason", "全部办完", "version", version());
        assertThat(page(project + "/closing?lang=en").text())
                .contains("finished")
                .doesNotContain("??");
        assertThat(page(project + "/closing?lang=zh-CN").select("form[action$=closing]")).isEmpty();
        assertThat(page(project).select(".timeline__what").eachText())
                .anyMatch(it -> it.contains("项目结案：全部办结"));
    }

    private void use(String item) {
        mandates.use(
                new Mandates.Deed(
                        steward,
                        enterprise,
                        UUID.fromString(project.substring(18)),
                        Mandates.Act.SUBMIT,
                        Set.of(item),
                        UUID.randomUUID(),
                        today()));
    }

    private String version() throws Exception {
        return page(project + "/closing").select("[name=version]").eachAttr("value").stream()
                .findFirst()
                .orElseThrow();
    }

    private void send(String path, String... fields) throws Exception {
        var request = post(project + path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse answer = web.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path + " " + answer.getContentAsString()).isEqualTo(302);
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer = web.perform(get(path)).andReturn().getResponse();
        answer.setDefaultCharacterEncoding("UTF-8");
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private Actor hired(String name) {
        UUID id = UUID.randomUUID();
        people.add(new Person(id, "u" + id.toString().substring(0, 8), name, null), null);
        Post post =
                new Post(
                        UUID.randomUUID(),
                        id,
                        Role.STEWARD,
                        REGION,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 1, 1),
                        null);
        people.assign(post);
        return post.actor();
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }
}
