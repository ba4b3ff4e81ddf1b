package org.xiangmuzhang.journey;

import org.xiangmuzhang.parties.Enterprise;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
        visit("sign-in-first", "", "/sign-in/first");
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
        for (int status : new int[] {400, 403, 404, 429, 500, 503}) {
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
        asSteward("advice", project + "/advice");
        asSteward("what-if", project + "/what-if?what=SLIPS~POWER-CONN&days=5");
        asSteward("what-if-refused", project + "/what-if?what=SLIPS~NOWHERE&days=5");
        asSteward("land-start", project + "/land-start");
        asSteward("plan-versions", project + "/plan/versions?from=1");
        asSteward("external-decision", project + "/external-decisions");
        asSteward("milestone", project + "/milestones");
        dispatch(project);
        together();
        asSteward("correction", project + "/external-decisions/PROJECT-CODE/correction");
        asSteward("team", project + "/team");
        asSteward("diary", project + "/diary");
        asSteward("closing", project + "/closing");
        asSteward("acts", "/console/projects/acts?project=" + story.project);
        wall(project);
        JsonNode mandate = story.as("steward").get(story.path("")).get("mandates").get(0);
        visit(
                "narrowing",
                "applicant-140500",
                project + "/mandates/" + mandate.get("id").asString() + "/narrowing");
        JsonNode known = story.as("steward").get(story.path("")).get("decidedElsewhere").get(0);
        asSteward("proof", project + "/files/" + known.get("file").asString());
    }

    private void wall(String project) {
        visit("wall", "leader-140500", "/console/projects/wall");
        visit("wall-grouped", "leader-140500", "/console/projects/wall?group=PLACE&print");
        visit("wall-screen", "leader-140500", "/console/projects/wall/screen");
        asSteward("papers", project + "/papers");
        for (String paper : List.of("mandate", "plan", "ledger", "completion", "advice")) {
            asSteward("paper-" + paper, project + "/papers/" + paper.toUpperCase(Locale.ROOT));
        }
        asSteward("paper-csv", project + "/papers/PLAN/export/csv");
        asSteward("paper-json", project + "/papers/PLAN/export/json");
        asSteward("take-over", project + "/take-over");
        UUID sheet =
                story.as("steward")
                        .upload(
                                "take-over.csv",
                                (new String(Story.SHEET, StandardCharsets.UTF_8)
                                                + "DECISION,NOTHING,,2026-03-01,2026-02-01,,\n")
                                        .getBytes(StandardCharsets.UTF_8));
        asSteward("take-over-looked", project + "/take-over?file=" + sheet);
    }

    private void dispatch(String project) {
        String tickets = "/console/projects/tickets";
        visit("tickets-none", "approver-ee-140500", tickets + "?show=closed");
        visit("factors-none", "steward-140500", project + "/factors");
        String ticket = DispatchTurns.ticket(story);
        DispatchTurns.factor(story, 1);
        DispatchTurns.factor(story, 400);
        Caller unit = story.as("approver-nr");
        String report = Story.file(unit).toString();
        unit.post(ticket + "/acts", Map.of("step", "ANSWER", "text", "已报到", "file", report));
        String supplied = DispatchTurns.factor(story, 60);
        String evidence = Story.file(unit).toString();
        unit.post(supplied + "/moves", Map.of("state", "SUPPLIED", "file", evidence));
        visit("ticket-file", "steward-140500", onConsole(ticket) + "/files/" + report);
        visit("factor-file", "steward-140500", onConsole(supplied) + "/files/" + evidence);
        visit("tickets", "steward-140500", tickets);
        visit("tickets-unit", "approver-nr-140500", tickets + "?show=unit");
        visit("whistle", "applicant-140500", tickets + "/new?project=" + story.project);
        visit("ticket", "steward-140500", onConsole(ticket));
        visit("ticket-unit", "approver-nr-140500", onConsole(ticket));
        visit("factors", "steward-140500", project + "/factors");
        String dispatches = "/console/projects/dispatches";
        JsonNode meeting = DispatchTurns.opened(story);
        String held = onConsole(DispatchTurns.path(meeting));
        visit("dispatches", "leader-140500", dispatches);
        visit("dispatch", "leader-140500", held);
        visit("dispatch-read", "supervisor-140500", held);
        visit("minutes", "leader-140500", held + "/minutes");
    }

    private void together() {
        String sessions = "/console/projects/sessions";
        String of = "?project=" + story.project;
        visit("sessions-none", "approver-ee-140500", sessions);
        String called = onConsole(TogetherTurns.session(story));
        String judged = TogetherTurns.judged(story);
        String held = onConsole(judged);
        String drawings = story.as("steward").get(judged).get("file").asString();
        visit("sessions", "steward-140500", sessions + of);
        visit("session-call", "steward-140500", sessions + "/new" + of);
        visit("session-called", "approver-nr-140500", called);
        visit("session-host", "steward-140500", called);
        visit("session-judging", "approver-ee-140500", held);
        visit("session-held", "steward-140500", held);
        visit("session-file", "approver-nr-140500", held + "/files/" + drawings);
        String books = "/console/projects/books";
        visit("books-none", "approver-water-140500", books);
        String path = TogetherTurns.opened(story);
        Caller steward = story.as("steward");
        steward.post(
                path + "/entries",
                Map.of(
                        "work", "COST",
                        "item", "WATER-INTAKE",
                        "alone", 98000,
                        "government", 60000,
                        "enterprise", 0));
        String contract = steward.get(path).get("contract").asString();
        visit("books", "steward-140500", books + of);
        visit("book-new", "steward-140500", books + "/new" + of);
        visit("book", "steward-140500", onConsole(path));
        visit("book-unit", "approver-water-140500", onConsole(path));
        visit("book-savings", "leader-140500", books + "/savings");
        String batch = TogetherTurns.batch(story);
        steward.post(
                batch + "/changes",
                Map.of("deed", "SHARE", "meaning", "EARTHWORK", "value", 42000));
        visit(
                "batches-none",
                "applicant-140500",
                "/console/projects/batches?project=" + story.enterprise);
        visit("batches", "steward-140500", "/console/projects/batches" + of);
        visit("batch", "steward-140500", onConsole(batch));
        visit("book-file", "steward-140500", onConsole(path) + "/files/" + contract);
    }

    private static String onConsole(String path) {
        return path.replace("/api/", "/console/");
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
        obligations();
        rules();
    }

    private void obligations() {
        String list = "/console/intake/obligations";
        Turns turns = new Turns(story.platform, story.region);
        visit("obligations-none", "approver-ee-140500", list + "?state=REVOKED");
        Story one = turns.entrusted();
        UUID reviewed = ObligationTurns.reviewed(one);
        String promise = ObligationTurns.of(one, reviewed);
        String owed = ObligationTurns.of(one, ObligationTurns.owing(turns.entrusted()));
        visit("obligations", "clerk-140500", list);
        visit("promise", "approver-nr-140500", list + "/" + promise);
        String code = one.task(reviewed, "SITE-PREEXAM").get("checkCode").asString();
        visit("decision-asked-for", "", "/decisions");
        visit("decision-attested", "", "/decisions/" + code);
        visits.add(new Visit("decision-unknown", "", "/decisions/no-such-code", 422));
        visit("owed", "applicant-140500", list + "/" + owed);
        String register = "/console/supervision/promises";
        visit("promises", "supervisor-140500", register);
        visit("registered-promise", "supervisor-140500", register + "/" + promise);
        String help = "/console/supervision/help-cases";
        visit("help-cases", "supervisor-140500", help);
        visit("help-case", "supervisor-140500", help + "/" + ObligationTurns.refused(turns));
    }

    /** What rules found and decided, and a form that is not submitted yet. */
    private void rules() {
        String decided = task().substring(task().lastIndexOf('/') + 1);
        CheckTurns.decidedByRules(story.platform, UUID.fromString(decided));
        visit("task-by-rules", "approver-nr-140500", task());
        visit("rule-accuracy", "approver-nr-140500", "/console/intake/rule-accuracy");
        visit("rule-decisions", "approver-nr-140500", "/console/intake/rule-decisions");
        visit("rule-decision", "approver-nr-140500", "/console/intake/rule-decisions/" + decided);
        String draft = CheckTurns.begun(story);
        visit("drafts", "applicant-140500", "/console/intake/drafts");
        visit("draft", "applicant-140500", onConsole(draft) + "?check=");
    }

    private void others() {
        visit("items", "clerk-140500", "/console/catalog/items");
        visit("items-found", "clerk-140500", "/console/catalog/items?stage=PLANNING_PERMIT&q=gh");
        visit("item", "clerk-140500", "/console/catalog/items/SITE-PREEXAM");
        packagesAndLists();
        visit("parcels", "land-officer-140500", "/console/land/parcels");
        visit("parcel", "land-officer-140500", "/console/land/parcels/" + parcelOf());
        visit("warnings", "supervisor-140500", "/console/supervision/warnings");
        webhooks();
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
        guides();
        parties();
        visit("parked-events", "administrator", "/console/operations/parked-events");
        visit("parked-acts", "auditor", "/console/operations/parked-events/acts");
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
        visit("registering", "administrator", "/console/parties/enterprises/new");
        String enterprise = "/console/parties/enterprises/" + story.enterprise;
        visit("enterprise", "administrator", enterprise);
        visit("enterprise-own", "applicant-140500", enterprise);
        mergers();
        visit("enterprise-history", "applicant-140500", enterprise + "/history");
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
        departments();
        visit("sessions", "clerk-140500", "/console/signin/sessions");
        visit("substitutes", "supervisor-140500", "/console/parties/substitutes");
        visit("substitutes-none", "clerk-140502", "/console/parties/substitutes");
    }

    private void departments() {
        String here = "/console/parties/departments";
        visit("departments-none", "auditor", here + "?region=350902");
        Caller system = story.platform.as("administrator");
        String changes = "/api/parties/departments/changes";
        Map<String, Object> opened =
                new HashMap<>(
                        Map.of(
                                "kind", "OPENED",
                                "region", "140524",
                                "day", story.platform.today(),
                                "kinds", List.of("ASB"),
                                "name", "陵川县行政审批服务管理局",
                                "nameEn", "Administrative Approval Bureau of Lingchuan",
                                "contact", "0356-6200000",
                                "seat", "政务大厅二楼 A 区",
                                "reason", "机构改革"));
        JsonNode change = system.post(changes, opened);
        story.platform
                .as("security-administrator")
                .post(
                        changes + "/" + change.get("id").asString() + "/decision",
                        Map.of("outcome", "CONFIRMED", "reason", "已核对"));
        opened.put("kinds", List.of("HALL"));
        opened.put("name", "陵川县政务服务中心");
        system.post(changes, opened);
        visit("departments", "administrator", here + "?region=140524");
        visit("departments-waiting", "security-administrator", here + "?region=140524");
        visit("department", "administrator", here + "/" + change.get("department").asString());
    }

    /** A pair that looks alike, one that was merged, and one that waits. */
    private void mergers() {
        Platform platform = story.platform;
        Caller administrator = platform.as("administrator");
        String path = "/api/parties/mergers";
        String name = "晋城沁河光伏发电";
        Enterprise kept =
                NewEnterprises.add(platform, "140500", name + "有限公司", "91140500MA8T0UR11");
        Enterprise twin =
                NewEnterprises.add(platform, "140500", name + "有限责任公司", "91140500MA8T0UR12");
        visit("enterprises-twice", "administrator", "/console/parties/mergers");
        visit(
                "merging",
                "administrator",
                "/console/parties/mergers/new?kept=" + kept.id() + "&code=" + twin.code());
        String waiting = MergerDeeds.proposed(administrator, platform, "140500");
        visit("merger", "security-administrator", "/console/parties/mergers/" + waiting);
        Enterprise gone = NewEnterprises.add(platform, "140500", "晋城明曜能源有限公司", "91140500MA8T0UR13");
        String merger =
                administrator
                        .post(
                                path,
                                Map.of(
                                        "kept",
                                        story.enterprise,
                                        "dissolved",
                                        gone.id(),
                                        "reason",
                                        "营业执照为同一家"))
                        .get("id")
                        .asString();
        platform.as("security-administrator")
                .post(
                        path + "/" + merger + "/decision",
                        Map.of("outcome", "CONFIRMED", "reason", "经核为同一家"));
        visit("merger-confirmed", "auditor", "/console/parties/mergers/" + merger);
        visit("enterprise-merged", "auditor", "/console/parties/enterprises/" + story.enterprise);
    }

    private void packagesAndLists() {
        String packages = "/console/catalog/packages";
        visit("packages", "clerk-140500", packages);
        visit("package", "applicant-140500", packages + "/PKG-FIRST-CHECK");
        visit("package-merged", "clerk-140500", packages + "/PKG-FEAS-3IN1");
        visit("package-outside", "clerk-140500", packages + "/PKG-VETERAN");
        visit(
                "package-edit",
                "catalog-editor",
                packages
                        + "/edit?code=PKG-LOCAL-1&region=140502&name_zh=Shop&name_en=Shop"
                        + "&family=TRADE&item_codes=BUSINESS-REG;FOOD-LICENSE;TOBACCO-RETAIL"
                        + "&promised_days=3&handling_mode=together&published_effect=none");
        String graph = "/console/catalog/graph";
        visit("graph", "steward-140500", graph + "?type=PT-IND-STDLAND");
        visit(
                "graph-way",
                "applicant-140500",
                graph + "?type=PT-IND-STDLAND&from=PROJECT-CODE&to=CONSTRUCTION-PERMIT");
        visit("graph-package", "clerk-140500", graph + "?bundle=PKG-FIRST-CHECK");
        visit("graph-item", "catalog-editor", graph + "?item=SITE-PREEXAM&steps=2");
        visit("graph-building", "clerk-140500", graph + "?type=PT-GOV-BUILDING");
        visit("graph-file", "clerk-140500", graph + "/export?type=PT-GOV-ROAD");
        visit("graph-json", "clerk-140500", graph + "/export/json?type=PT-GOV-ROAD");
        String lists = "/console/catalog/lists";
        visit("lists", "applicant-140500", lists);
        visit("list-agencies", "clerk-140500", lists + "?list=INTERMEDIARY");
        visit("list-weekend", "clerk-140500", lists + "?list=WEEKEND");
        visit("list-park", "clerk-140500", lists + "?list=PARK");
        String type = "&type=PT-IND-GENERAL";
        visit("list-seven", "applicant-140500", lists + "?list=ITEMS" + type);
        visit("list-coordination", "clerk-140500", lists + "?list=COORDINATION" + type);
        visit("list-standard", "clerk-140500", lists + "?list=TRADE_STANDARD&type=62");
        visit(
                "list-demand",
                "catalog-editor",
                lists + "/demand?list=WEEKEND&region=140502&least=1");
        visit("item-desks", "applicant-140500", "/console/catalog/items/BUSINESS-REG");
        String today = story.platform.today().toString();
        visit("list-changes", "clerk-140500", lists + "/changes?list=WEEKEND&from=" + today);
        visit("list-export", "clerk-140500", lists + "/export?list=WEEKEND&format=XLSX");
    }

    private void localWays() {
        visit("calendar", "steward-140500", "/console/catalog/calendar");
        visit("calendar-editor", "catalog-editor", "/console/catalog/calendar/2026");
        new CalendarDeeds(story.platform).propose();
        visit("calendar-proposed", "catalog-editor", "/console/catalog/calendar/2027");
        visit("moved-due-dates", "approver-nr-140500", "/console/intake/moved-due-dates");
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
        ownItems(here);
        String differences = "/console/catalog/differences";
        visit("differences", "catalog-editor", differences + "?region=140500");
        visit(
                "differences-export",
                "catalog-editor",
                differences + "/export?region=140500&format=XLSX");
        visit("item-gaps", "catalog-editor", differences + "/gaps?region=140500");
        visit(
                "material-gaps",
                "catalog-editor",
                differences + "/gaps?kind=CLAUSE_MISSING&region=140500");
        visit("table-imports", "catalog-editor", "/console/catalog/imports");
        new TableDeeds(story.platform).propose();
        visit("table-imports-proposed", "catalog-editor", "/console/catalog/imports");
    }

    private void ownItems(String here) {
        OwnItemDeeds own = new OwnItemDeeds(story.platform);
        own.told();
        String imported = own.imported();
        String list = "/console/catalog/own";
        visit("own-list", "catalog-editor", list + "?" + here);
        visit("own-item", "catalog-editor", list + "/" + OwnItemDeeds.TOLD + "?" + here);
        visit("own-item-drafted", "catalog-editor", list + "/" + OwnItemDeeds.DRAFTED + "?" + here);
        visit(
                "own-item-review",
                "catalog-editor",
                list + "/" + OwnItemDeeds.IN_REVIEW + "?" + here);
        visit("own-item-none", "catalog-editor", list + "/140502NONE01?" + here);
        visit("own-export", "catalog-editor", list + "/export?" + here);
        visit("own-imports", "catalog-editor", list + "-imports?" + here);
        visit("own-import", "catalog-editor", list + "-imports/" + imported);
        visit("own-report", "catalog-editor", list + "-imports/" + imported + "/export");
    }

    private void guides() {
        String here = "?region=" + Cast.PLACE;
        GuideDeeds deeds = new GuideDeeds(story.platform, Cast.PLACE);
        deeds.prepare();
        String pages = "/console/catalog/guides";
        visit("guides-made", "catalog-editor", pages + here);
        visit("guide-waiting", "catalog-editor", pages + "/" + GuideDeeds.WAITING + here);
        visit(
                "guide-drafted",
                "catalog-editor",
                pages + "/" + GuideDeeds.DRAFTED + here + "&question=WANTED");
        visit(
                "guide-editor",
                "catalog-editor",
                pages + "/BUILD-FACTORY" + here + "&question=ENERGY&a=1~0&from=0");
        visit("guide-new", "catalog-editor", pages + "/BRAND-NEW" + here);
        visit("browse", "", "/items" + here);
        visit("browse-found", "", "/items" + here + "&q=guihua&lifeCycle=BUILDING");
        visit("browse-none", "", "/items" + here + "&q=nothing");
        visit("public-item", "", "/items/CONSTRUCTION-PERMIT" + here);
        visits.add(new Visit("public-item-unknown", "", "/items/NO-SUCH-ITEM", 404));
        visit("guides", "", "/guides" + here);
        visit("guide-first", "", "/guides/BUILD-FACTORY" + here);
        visit("guide-number", "", "/guides/BUILD-FACTORY" + here + "&a=1~0~1~0~1~1~0");
        visit("guide-wrong", "", "/guides/BUILD-ROAD" + here + "&a=1~0~1&send=1&answer=abc");
        visit(
                "guide-notice",
                "",
                "/guides/BUILD-FACTORY" + here + "&a=1~0~1~0~1~1~0~800~3.2~1~n~1~0-1");
        visits.add(new Visit("guide-refused", "", "/guides/BUILD-ROAD?a=7", 422));
    }

    private void webhooks() {
        String pages = "/console/webhooks";
        visit("webhooks-none", "applicant-140502", pages);
        WebhookTurns turns = new WebhookTurns(story.platform, () -> story.as("applicant"));
        turns.kept();
        turns.delivery();
        visit("webhooks", "applicant-140500", pages);
        for (JsonNode one :
                story.as("applicant").get(WebhookTurns.HERE + "/endpoints").get("items")) {
            String id = one.get("id").asString();
            visit(
                    "webhook-" + one.get("state").asString().toLowerCase(Locale.ROOT),
                    "applicant-140500",
                    pages + "/" + id);
        }
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
