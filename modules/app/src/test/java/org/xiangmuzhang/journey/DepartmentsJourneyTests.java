package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.Departments;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Departments of a place and windows of its halls, from opening to what pages and posts show. */
class DepartmentsJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String HERE = "/api/parties/departments";
    private static final String CHANGES = HERE + "/changes";

    private final Caller system = PLATFORM.as("administrator");
    private final Caller security = PLATFORM.as("security-administrator");
    private final Caller auditor = PLATFORM.as("auditor");

    @Test
    void anOpenedDepartmentIsCalledSoOnEveryPageOfItsPlaceAndNowhereElse() {
        String place = "140521";
        JsonNode proposed = propose(opened(place, "HERITAGE", "沁水县文化和旅游局"));
        assertThat(name(place, "HERITAGE")).isEqualTo("文物主管部门");

        confirm(proposed);

        awaitName(place, "HERITAGE", "沁水县文化和旅游局");
        assertThat(name("140500", "HERITAGE")).isEqualTo("文物主管部门");
        assertThat(
                        PLATFORM.bean(Catalog.class)
                                .departmentName(new Region(place), "HERITAGE", Locale.ENGLISH))
                .isEqualTo("Qinshui Bureau");
        Map<String, Object> post = post(Newcomers.add(PLATFORM), "APPROVER", place);
        post.put("department", "HERITAGE");
        String id = system.post("/api/parties/proposals", post).get("id").asString();
        security.post("/api/parties/proposals/" + id + "/decision", said("CONFIRMED"));
        String login = String.valueOf(post.get("login"));
        String person =
                auditor.get("/api/parties/people?login=" + login)
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString();
        assertThat(page("auditor", "/console/parties/people/" + person)).contains("沁水县文化和旅游局");
        assertThat(Visitor.signIn(PLATFORM.address(), login).get("/console").body())
                .contains("沁水县文化和旅游局");
        security.post("/api/parties/posts/" + id + "/withdrawal", Map.of("reason", "调离"));
    }

    @Test
    void aStorysPagesCallTheDepartmentAsItsPlaceDoes() {
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "部门电站", "45");
        story.drawPlan(Map.of("start", PLATFORM.today()));
        PLATFORM.settle();
        JsonNode step = story.plan().get("steps").get(0);
        String kind =
                story.item(step.get("itemCode").asString())
                        .get("item")
                        .get("department")
                        .asString();
        assertThat(step.get("department").asString()).isEqualTo(name("140500", kind));

        confirm(propose(opened("140500", kind, "晋城市本级部门")));

        awaitName("140500", kind, "晋城市本级部门");
        assertThat(story.plan().get("steps").get(0).get("department").asString())
                .isEqualTo("晋城市本级部门");
        assertThat(page("steward-140500", "/console/projects/" + story.project))
                .contains("晋城市本级部门");
    }

    @Test
    void nobodyChangesADepartmentAlone() {
        JsonNode proposed = propose(opened("140522", "PRESS", "阳城县新闻出版局"));
        String decision = CHANGES + "/" + proposed.get("id").asString() + "/decision";
        assertThat(refused(system, decision, said("CONFIRMED")))
                .isEqualTo("403 department-second-person");
        assertThat(refused(PLATFORM.as("administrator-000000"), decision, said("CONFIRMED")))
                .isEqualTo("403 role-may-not");
        assertThat(refused(security, decision, said("WITHDRAWN")))
                .isEqualTo("403 proposal-not-yours");
        assertThat(refused(auditor, decision, said("CONFIRMED"))).isEqualTo("403 role-may-not");
        assertThat(refused(security, CHANGES, opened("140522", "PRESS", "局")))
                .isEqualTo("403 role-may-not");
        system.post(decision, said("WITHDRAWN"));
        assertThat(refused(security, decision, said("CONFIRMED")))
                .isEqualTo("409 proposal-decided-already");
        assertThat(auditor.get(HERE + "?region=140522").size()).isZero();
    }

    @Test
    void aDepartmentIsRenamedFromADayAndItsHistoryStays() {
        String place = "140525";
        JsonNode opened = propose(opened(place, "TAX", "泽州县税务局"));
        confirm(opened);
        String id = opened.get("department").asString();
        Map<String, Object> renamed = opened(place, "TAX", "泽州县税务分局");
        renamed.put("kind", "CHANGED");
        renamed.put("department", id);
        renamed.put("day", PLATFORM.today().plusDays(3));
        JsonNode change = propose(renamed);
        assertThat(refused(system, CHANGES, renamed)).isEqualTo("409 department-change-waits");
        confirm(change);

        JsonNode versions = auditor.get(HERE + "/" + id);
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.get(0).get("to").asString())
                .isEqualTo(PLATFORM.today().plusDays(2).toString());
        assertThat(versions.get(1).get("name").asString()).isEqualTo("泽州县税务分局");
        awaitName(place, "TAX", "泽州县税务局");
        assertThat(page("auditor", "/console/parties/departments/" + id))
                .contains("泽州县税务分局", "将生效", "已同意");
    }

    @Test
    void oneWithPostsIsNotClosedAndMergedItsPostsGoOnWithTheOther() {
        String place = "140524";
        JsonNode one = propose(opened(place, "IIT", "陵川县工业和信息化局"));
        confirm(one);
        JsonNode other = propose(opened(place, "NDRC", "陵川县发展和改革局"));
        confirm(other);
        Map<String, Object> wanted = post(Newcomers.add(PLATFORM), "APPROVER", place);
        wanted.put("department", "IIT");
        String post = system.post("/api/parties/proposals", wanted).get("id").asString();
        security.post("/api/parties/proposals/" + post + "/decision", said("CONFIRMED"));
        Map<String, Object> closed =
                change("CLOSED", one.get("department").asString(), PLATFORM.today());
        assertThat(refused(system, CHANGES, closed)).isEqualTo("409 department-has-posts");

        Map<String, Object> merged =
                change("MERGED", one.get("department").asString(), PLATFORM.today().plusDays(1));
        merged.put("into", one.get("department").asString());
        assertThat(refused(system, CHANGES, merged)).isEqualTo("422 department-into-unknown");
        merged.put("into", other.get("department").asString());
        JsonNode proposed = propose(merged);
        assertThat(proposed.get("posts").asLong()).isEqualTo(1);
        String page = "/console/parties/departments/" + one.get("department").asString();
        assertThat(page("security-administrator", page)).contains("岗位 1 个");
        confirm(proposed);

        List<JsonNode> departments = auditor.get(HERE + "?region=" + place).valueStream().toList();
        assertThat(departments.getFirst().get("kinds").valueStream().map(JsonNode::asString))
                .containsExactly("IIT", "NDRC");
        assertThat(departments.getLast().get("mergedInto").asString())
                .isEqualTo(other.get("department").asString());
        Platform.await(
                "tomorrow's name",
                () ->
                        "陵川县发展和改革局"
                                .equals(
                                        PLATFORM.bean(Departments.class)
                                                .name(
                                                        new Region(place),
                                                        "IIT",
                                                        PLATFORM.today().plusDays(1),
                                                        Locale.CHINESE)));
        security.post("/api/parties/posts/" + post + "/withdrawal", Map.of("reason", "调离"));
    }

    @Test
    void oneWithOpenItemsIsNotClosedAndAfterwardsNoPostNamesIt() {
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "撤销电站", "46");
        JsonNode opened = propose(opened("140500", "NATSEC", "晋城市国家安全局"));
        confirm(opened);
        Map<String, Object> form = story.form(false, Map.of("NATSEC-PERMIT", "FORMAL"));
        form.remove("project");
        form.put("region", "140500");
        story.as("applicant").post("/api/intake/applications", form);
        Map<String, Object> closed =
                change("CLOSED", opened.get("department").asString(), PLATFORM.today());
        assertThat(refused(system, CHANGES, closed)).isEqualTo("409 department-has-items");

        String place = "140581";
        JsonNode alone = propose(opened(place, "VETERANS", "高平市退役军人事务局"));
        confirm(alone);
        confirm(
                propose(
                        change(
                                "CLOSED",
                                alone.get("department").asString(),
                                PLATFORM.today().plusDays(1))));
        Map<String, Object> late = post(Newcomers.add(PLATFORM), "APPROVER", place);
        late.put("department", "VETERANS");
        late.put("from", PLATFORM.today().plusDays(2));
        Platform.await(
                "nobody gets a post in it",
                () ->
                        refused(system, "/api/parties/proposals", late)
                                .equals("422 post-department-closed"));
        Map<String, Object> again =
                change("CLOSED", alone.get("department").asString(), PLATFORM.today());
        assertThat(refused(system, CHANGES, again)).isEqualTo("409 department-over");
    }

    @Test
    void aListProposesWhatDiffersAndEachWaitsForItself() {
        String imports = HERE + "/imports?region=140521";
        Map<String, Object> list =
                new HashMap<>(
                        Map.of("day", PLATFORM.today(), "reason", "机构改革", "list", "kinds,name\n"));
        assertThat(refused(system, imports, list)).isEqualTo("422 department-list");
        list.put(
                "list",
                "kinds,name,name_en,contact,seat\n"
                        + "CULTURE PRESS,沁水县文旅局,,0356-7022000,二楼 A 区\n"
                        + "CIVIL,沁水县民政局,,,\n");
        JsonNode proposed = system.post(imports, list);
        assertThat(proposed.size()).isEqualTo(2);
        proposed.forEach(this::confirm);
        assertThat(refused(system, imports, list)).isEqualTo("409 department-list-same");
        list.put("list", "kinds,name,name_en,contact,seat\nCULTURE CIVIL,局,,,\n,无,,,\nTAX,,,,\n");
        Caller.Answer wrong = system.tryPost(imports, list);
        assertThat(wrong.body().get("pointers").valueStream().map(JsonNode::asString))
                .containsExactly("/list/3/kinds", "/list/4/name");
        awaitName("140521", "PRESS", "沁水县文旅局");
    }

    @Test
    void wrongChangesAreRefusedByTheirRule() {
        String place = "140525";
        confirm(propose(opened(place, "URBAN", "泽州县城市管理局")));
        assertThat(refused(system, CHANGES, opened(place, "URBAN", "又一局")))
                .isEqualTo("409 department-kind-taken");
        assertThat(refused(system, CHANGES, opened(place, "NOBODY", "局")))
                .isEqualTo("422 post-department-unknown");
        assertThat(refused(system, CHANGES, opened(place, "FUND", "局".repeat(101))))
                .isEqualTo("422 department-line");
        Map<String, Object> past = opened(place, "FUND", "局");
        past.put("day", PLATFORM.today().minusDays(1));
        assertThat(refused(system, CHANGES, past)).isEqualTo("422 department-day-past");
        assertThat(
                        refused(
                                PLATFORM.as("administrator-140500"),
                                CHANGES,
                                opened("Z370403GX", "FUND", "局")))
                .isEqualTo("403 post-of-another-place");
        Map<String, Object> none = opened(place, "FUND", "局");
        none.put("kinds", List.of());
        assertThat(refused(system, CHANGES, none)).isEqualTo("422 department-kinds");
        assertThat(
                        refused(
                                system,
                                CHANGES,
                                change("CLOSED", UUID.randomUUID().toString(), PLATFORM.today())))
                .isEqualTo("404 department-not-found");
    }

    @Test
    void anAcceptedApplicationNamesTheWindow() {
        Caller clerk = atWindow();
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "窗口电站", "47");
        String application =
                "/intake/applications/"
                        + Story.uuid(
                                story.as("applicant")
                                        .post(
                                                "/api/intake/applications",
                                                story.form(
                                                        false, Map.of("SITE-PREEXAM", "FORMAL"))),
                                "id");
        clerk.post("/api" + application + "/acceptance", Map.of());
        assertThat(page("applicant-140500", "/console" + application)).contains("晋城中心 7号窗口");
    }

    /** A clerk of the city with a post at a window. */
    private Caller atWindow() {
        Map<String, Object> wanted = post(Newcomers.add(PLATFORM), "CLERK", "140500");
        wanted.remove("department");
        wanted.put("hall", "140500-07");
        wanted.put("window", "07");
        if (system.get("/api/parties/halls?region=140500")
                .valueStream()
                .noneMatch(hall -> hall.get("code").asString().equals("140500-07"))) {
            system.post(
                    "/api/parties/halls/imports?region=140500",
                    Map.of("list", "hall,name,window,window_name\n140500-07,晋城中心,07,7号窗口\n"));
        }
        String post = system.post("/api/parties/proposals", wanted).get("id").asString();
        security.post("/api/parties/proposals/" + post + "/decision", said("CONFIRMED"));
        return PLATFORM.as(String.valueOf(wanted.get("login")));
    }

    @Test
    void aClerkSitsAtAWindowOnRecord() {
        system.post(
                "/api/parties/halls/imports?region=140581",
                Map.of("list", "hall,name,window,window_name\n140581-01,高平市政务服务中心,03,3号投资项目窗口\n"));
        Map<String, Object> wanted = post(Newcomers.add(PLATFORM), "CLERK", "140581");
        wanted.remove("department");
        wanted.put("window", "03");
        assertThat(refused(system, "/api/parties/proposals", wanted))
                .isEqualTo("422 post-window-without-hall");
        wanted.put("hall", "140581-01");
        wanted.put("window", "99");
        assertThat(refused(system, "/api/parties/proposals", wanted))
                .isEqualTo("422 post-window-unknown");
        wanted.put("window", "03");
        Map<String, Object> inspector = new HashMap<>(wanted);
        inspector.put("role", "INSPECTOR");
        assertThat(refused(system, "/api/parties/proposals", inspector))
                .isEqualTo("422 post-window-of-a-clerk");
        String post = system.post("/api/parties/proposals", wanted).get("id").asString();
        security.post("/api/parties/proposals/" + post + "/decision", said("CONFIRMED"));
        assertThat(
                        refused(
                                system,
                                "/api/parties/halls/imports?region=140581",
                                Map.of(
                                        "list",
                                        "hall,name,window,window_name\n140581-01,高平市政务服务中心,,\n")))
                .isEqualTo("409 window-staffed");
        String login = String.valueOf(wanted.get("login"));
        assertThat(Visitor.signIn(PLATFORM.address(), login).get("/console").body())
                .contains("高平市政务服务中心 3号投资项目窗口");
        security.post("/api/parties/posts/" + post + "/withdrawal", Map.of("reason", "调离"));
    }

    private JsonNode propose(Map<String, Object> wish) {
        return system.post(CHANGES, wish);
    }

    private void confirm(JsonNode proposed) {
        security.post(
                CHANGES + "/" + proposed.get("id").asString() + "/decision", said("CONFIRMED"));
    }

    private static Map<String, Object> opened(String place, String kind, String name) {
        return new HashMap<>(
                Map.of(
                        "kind",
                        "OPENED",
                        "region",
                        place,
                        "day",
                        PLATFORM.today(),
                        "kinds",
                        List.of(kind),
                        "name",
                        name,
                        "nameEn",
                        "Qinshui Bureau",
                        "reason",
                        "机构改革"));
    }

    private static Map<String, Object> change(String kind, String department, Object day) {
        return new HashMap<>(
                Map.of("kind", kind, "department", department, "day", day, "reason", "机构改革"));
    }

    private static Map<String, Object> post(String login, String role, String place) {
        return new HashMap<>(
                Map.of(
                        "login",
                        login,
                        "role",
                        role,
                        "region",
                        place,
                        "department",
                        "NR",
                        "from",
                        PLATFORM.today(),
                        "reason",
                        "工作需要"));
    }

    private static String name(String place, String kind) {
        return PLATFORM.bean(Catalog.class).departmentName(new Region(place), kind, Locale.CHINESE);
    }

    private static void awaitName(String place, String kind, String name) {
        Platform.await(name, () -> name(place, kind).equals(name));
    }

    private static String page(String login, String path) {
        return Visitor.signIn(PLATFORM.address(), login).get(path).body();
    }

    private static Map<String, Object> said(String outcome) {
        return Map.of("outcome", outcome, "reason", "已核对");
    }

    private static String refused(Caller caller, String path, Map<String, Object> body) {
        Caller.Answer answer = caller.tryPost(path, body);
        return answer.status() + " " + answer.rule();
    }
}
