package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One story, told far enough that every page of the console has something to show. */
final class Tour {

    /**
     * A page as somebody opens it.
     *
     * @param name unique; its pictures are called by it
     * @param login who opens it, empty for somebody who has not signed in
     * @param status that the page answers with
     */
    record Visit(String name, String login, String path, int status) {}

    /** Seen for a moment by who was sent here by another system. */
    static final String CONTINUE = "/sign-in/continue";

    private final List<Visit> visits = new ArrayList<>();
    private final Story story;
    private final UUID accepted;
    private final UUID received;
    private final UUID delivered;
    private final String task;

    private Tour(Story story, UUID accepted, UUID received, UUID delivered, String task) {
        this.story = story;
        this.accepted = accepted;
        this.received = received;
        this.delivered = delivered;
        this.task = task;
    }

    static Tour prepare(Platform platform) {
        LocalDate today = platform.today();
        Story story = Story.begin(platform, "140500", "PT-PV-GROUND", "阳城屋面光伏电站", "44");
        story.signMandate(today.plusYears(1));
        story.drawPlan(
                Map.of(
                        "start",
                        today,
                        "target",
                        today.plusMonths(6),
                        "simulated",
                        List.of("ENT-APPROVAL")));
        story.elsewhere("PROJECT-CODE", "赋码-2026-7");
        story.milestone("JOINT-PREEXAM");
        UUID delivered = story.carryThrough("SOILWATER-REPORT");
        UUID accepted = story.accept(story.submit(false, Map.of("SITE-PREEXAM", "FORMAL")));
        story.simulate("ENT-APPROVAL");
        parcel(story);
        story.as("applicant")
                .post(
                        "/api/supervision/ratings",
                        Map.of(
                                "application",
                                delivered,
                                "score",
                                2,
                                "remark",
                                "材料重复提交了两次，窗口没有一次说清。"));
        platform.forwardTo(today.plusDays(12));
        UUID received = story.submit(false, Map.of("EIA-RADIATION", "FORMAL"));
        platform.settle();
        return new Tour(
                story,
                accepted,
                received,
                delivered,
                story.task(accepted, "SITE-PREEXAM").get("id").asString());
    }

    private static void parcel(Story story) {
        Turns turns = new Turns(story.platform, story.region);
        String parcel = turns.listed();
        story.as("land-officer").post(parcel + "/transfer", turns.transfer(story, "GRANT"));
        story.platform.settle();
    }

    Story story() {
        return story;
    }

    UUID accepted() {
        return accepted;
    }

    String task() {
        return "/console/intake/tasks/" + task;
    }

    /** Every page, to be opened by somebody who may see it. */
    List<Visit> visits() {
        visits.clear();
        strangers();
        homes();
        steward();
        intake();
        others();
        return List.copyOf(visits);
    }

    private void strangers() {
        visit("sign-in", "", "/sign-in");
        visit("sign-in-wrong", "", "/sign-in?wrong=");
        visit("sign-in-continue", "supervisor-140502", CONTINUE);
    }

    private void homes() {
        for (String role :
                List.of("steward", "applicant", "clerk", "approver-nr", "land-officer")) {
            visit("home-" + role, role + "-140500", "/console");
        }
        visit("home-administrator", "administrator", "/console");
        visit("root", "steward-140500", "/");
        for (int status : new int[] {403, 404, 429, 500, 503}) {
            visits.add(
                    new Visit(
                            "error-" + status,
                            "steward-140500",
                            ErrorsOnRequest.PATH + status,
                            status));
        }
        visits.add(
                new Visit("refused", "steward-140500", "/console/projects/" + new UUID(7, 7), 404));
    }

    private void steward() {
        String project = "/console/projects/" + story.project;
        asSteward("board", "/console/projects");
        asSteward("register", "/console/projects/new");
        asSteward("project", project);
        asSteward("plan", project + "/plan");
        asSteward("external-decision", project + "/external-decisions");
        asSteward("milestone", project + "/milestones");
        asSteward("correction", project + "/external-decisions/PROJECT-CODE/correction");
        JsonNode known = story.as("steward").get(story.path("")).get("decidedElsewhere").get(0);
        asSteward("proof", project + "/files/" + known.get("file").asString());
    }

    private void asSteward(String name, String path) {
        visit(name, "steward-140500", path);
    }

    private void intake() {
        String list = "/console/intake/applications";
        visit("desk", "clerk-140500", list);
        visit("applications-own", "applicant-140500", list);
        visit("application-received", "clerk-140500", list + "/" + received);
        visit("application-accepted", "applicant-140500", list + "/" + accepted);
        visit("application-delivered", "applicant-140500", list + "/" + delivered);
        visit("receipt", "applicant-140500", list + "/" + received + "/receipt");
        visit("materials", "applicant-140500", list + "/" + received + "/materials");
        JsonNode paper = story.as("clerk").get(Story.application(received) + "/materials").get(0);
        visit(
                "paper",
                "clerk-140500",
                list + "/" + received + "/files/" + paper.get("file").asString());
        visit("apply-project", "applicant-140500", list + "/new");
        visit("apply-items", "applicant-140500", list + "/new?project=" + story.project);
        visit(
                "apply-papers",
                "applicant-140500",
                list + "/new?project=none&item=SOILWATER-TABLE&item=ENERGY-COMMIT");
        visit("inbox", "approver-nr-140500", "/console/intake/tasks");
        visit("inbox-empty", "approver-nr-140500", "/console/intake/tasks?state=REJECTED");
        visit("task", "approver-nr-140500", task());
    }

    private void others() {
        visit("items", "clerk-140500", "/console/catalog/items?stage=PLANNING_PERMIT");
        visit("item", "clerk-140500", "/console/catalog/items/SITE-PREEXAM");
        visit("parcels", "land-officer-140500", "/console/land/parcels");
        visit("parcel", "land-officer-140500", "/console/land/parcels/" + parcelOf());
        visit("warnings", "supervisor-140500", "/console/supervision/warnings");
        visit("ratings", "supervisor-140500", "/console/supervision/ratings");
        visit("rating", "supervisor-140500", "/console/supervision/ratings/" + delivered);
        String settings = "/console/settings";
        visit("settings", "administrator-140500", settings);
        visit("setting", "administrator-140500", settings + "/supervision.light-thresholds");
        visit("settings-export", "administrator-140500", settings + "/export?region=140500");
        String privacy = "/console/privacy";
        visit("own-data", "applicant-140500", privacy + "/me");
        visit("own-data-export", "applicant-140500", privacy + "/me/export");
        visit("people", "administrator", privacy + "/people");
        String person = story.as("applicant").get("/api/me").get("person").get("id").asString();
        story.platform
                .as("administrator")
                .post("/api/privacy/people/" + person + "/full-views", Map.of("reason", "核对来访"));
        visit("person", "administrator", privacy + "/people/" + person);
        visit("full-views", "auditor", privacy + "/full-views");
        String code = story.as("steward").get(story.path("")).get("code").asString();
        story.as("supervisor")
                .post(
                        "/api/privacy/holds",
                        Map.of("kind", "PROJECT", "number", code, "reason", "行政复议期间"));
        visit("holds", "supervisor-140500", privacy + "/holds");
        visit("retention", "administrator", privacy + "/retention");
        visit(
                "settings-export-json",
                "administrator-140500",
                settings + "/export/json?region=140500");
        visit("setting-table", "administrator-140500", settings + "/catalog.service-hours");
        visit("setting-text", "administrator-140500", settings + "/intake.receipt");
        SettingDeeds deeds = new SettingDeeds(story.platform);
        deeds.proposeHours();
        String hours = settings + "/catalog.service-hours?region=" + Cast.PLACE;
        visit("setting-proposed", "administrator-000000", hours);
        localWays();
        parties();
        visit("parked-events", "administrator", "/console/operations/parked-events");
    }

    private void parties() {
        Map<String, Object> wanted =
                Map.of(
                        "login", "inspector",
                        "role", "APPROVER",
                        "region", "140500",
                        "department", "NR",
                        "from", story.platform.today(),
                        "reason", "充实审批力量");
        String person =
                "/console/parties/people/"
                        + story.platform
                                .as("administrator")
                                .post("/api/parties/proposals", wanted)
                                .get("person")
                                .asString();
        visit("people", "administrator", "/console/parties/people");
        visit("people-nobody", "administrator", "/console/parties/people?login=nobody");
        visit("person", "security-administrator", person);
        visit("person-read", "auditor", person);
        visit("proposing", "administrator", "/console/parties/proposals/new");
        visit("record", "auditor", "/console/parties/record");
        Caller supervisor = story.platform.as("supervisor-140500");
        supervisor.post(
                "/api/parties/substitutions",
                Map.of(
                        "post", supervisor.get("/api/me").get("current").asString(),
                        "login", "leader-140500",
                        "from", story.platform.today().plusDays(200),
                        "to", story.platform.today().plusDays(210),
                        "reason", "外出学习"));
        visit("enterprises", "auditor", "/console/parties/enterprises");
        String enterprise = "/console/parties/enterprises/" + story.enterprise;
        visit("enterprise", "administrator", enterprise);
        visit("enterprise-own", "applicant-140500", enterprise);
        story.platform
                .as("administrator")
                .post(
                        "/api/parties/halls/imports?region=140500",
                        Map.of(
                                "list",
                                "hall,name,window,window_name\n"
                                        + "140500-01,市政务服务中心,01,投资项目综合窗口\n"
                                        + "140500-01,市政务服务中心,02,出件窗口\n"));
        visit("halls", "administrator-140500", "/console/parties/halls");
        visit("halls-none", "clerk-140502", "/console/parties/halls");
        visit("sessions", "clerk-140500", "/console/signin/sessions");
        visit("substitutes", "supervisor-140500", "/console/parties/substitutes");
        visit("substitutes-none", "clerk-140502", "/console/parties/substitutes");
    }

    private void localWays() {
        new LocalWayDeeds(story.platform).propose();
        String tables = "/console/catalog/tables";
        String here = "region=" + Cast.PLACE;
        visit("local-ways", "catalog-editor", tables + "?" + here);
        visit("local-table", "catalog-editor", tables + "/land_indicators?" + here);
        visit("local-order", "catalog-editor", tables + "/item_dependencies?" + here);
        visit("local-export", "catalog-editor", tables + "/packages/export?" + here);
        visit("local-row", "catalog-editor", tables + "/land_indicators/row?key=LI-FAR&" + here);
        String row = tables + "/%s/row?key=%s&" + here;
        visit(
                "local-row-proposed",
                "catalog-editor",
                row.formatted("project_types", LocalWayDeeds.WAITING_ROW));
        visit("local-item", "catalog-editor", row.formatted("items", "SITE-PREEXAM"));
        visit(
                "local-item-proposed",
                "catalog-editor",
                row.formatted("items", LocalWayDeeds.WAITING_ITEM));
    }

    private String parcelOf() {
        for (JsonNode parcel :
                story.as("land-officer").get("/api/land/parcels?limit=200").get("items")) {
            if (story.project.toString().equals(parcel.path("project").asString(""))) {
                return parcel.get("id").asString();
            }
        }
        throw new AssertionError("The project has no parcel");
    }

    private void visit(String name, String login, String path) {
        visits.add(new Visit(name, login, path, 200));
    }
}
