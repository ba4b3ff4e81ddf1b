package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.ServiceCalendars;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.settings.SecondPerson;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.SettingVersion;
import org.xiangmuzhang.settings.Settings;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a place sets for itself: two people, an effect said beforehand, and no restart. */
class SettingsJourneyTests {

    private static final String PLACE = "140502";
    private static final String LIGHTS = "/api/settings/supervision.light-thresholds";
    private static final String HERE = "?region=" + PLACE;

    private final Platform platform = Platform.shared();
    private final Caller first = platform.as("administrator");
    private final Caller second = platform.as("administrator-140500");

    @AfterEach
    void setBack() {
        JsonNode waiting = first.get(LIGHTS + HERE).get("proposal");
        if (!waiting.isNull()) {
            decide(first, "WITHDRAWN");
        }
        for (String place : List.of(PLACE, "140500")) {
            if (first.get(LIGHTS + "?region=" + place).get("setBy").asString("").equals(place)) {
                backToAbove(place);
            }
        }
    }

    @Test
    void aSecondPersonApprovesAndTheLightsTurnWithoutARestart() {
        Story story = Story.begin(platform, PLACE, "PT-PV-GROUND", "阈值电站", "44");
        story.signMandate(platform.today().plusYears(1));
        UUID application = story.accept(story.submit(false, Map.of("SITE-PREEXAM", "FORMAL")));
        assertThat(lights(story, application)).doesNotContain("YELLOW", "ORANGE");

        first.post(LIGHTS + "/proposals" + HERE, proposal(0, 90));

        JsonNode waiting = second.get(LIGHTS + HERE);
        assertThat(waiting.get("values").get("yellow").asInt()).isEqualTo(50);
        assertThat(line(waiting, "GREEN").get("now").asInt()).isPositive();
        assertThat(line(waiting, "GREEN").get("then").asInt()).isZero();
        assertThat(line(waiting, "YELLOW").get("then").asInt())
                .isGreaterThanOrEqualTo(line(waiting, "GREEN").get("now").asInt());
        refused(first, "APPROVED", 403, "setting-second-person");
        refused(second, "WITHDRAWN", 403, "setting-not-your-proposal");

        decide(second, "APPROVED");

        Platform.await("the light has turned", () -> lights(story, application).contains("YELLOW"));
        assertThat(yellow(PLACE)).isZero();
        assertThat(yellow("140500")).isEqualTo(50);
        assertThat(first.get(LIGHTS + HERE).get("setBy").asString()).isEqualTo(PLACE);
        JsonNode last = first.get(LIGHTS + "/versions" + HERE).get("items").get(0);
        assertThat(last.get("state").asString()).isEqualTo("APPROVED");
        assertThat(last.get("decidedBy")).isNotEqualTo(last.get("proposedBy"));
        assertThat(first.tryGet("/api/settings/export" + HERE).body().asString())
                .contains("supervision.light-thresholds,yellow,0," + PLACE)
                .contains("supervision.rating-time,days,60,,");
        refused(second, "APPROVED", 409, "setting-decided-already");
    }

    @Test
    void whatAPlaceAboveSetsHoldsBelowUntilThatSetsItsOwn() {
        first.post(LIGHTS + "/proposals?region=140500", proposal(40, 80));
        first.tryPost(
                LIGHTS + "/proposal/decision?region=140500",
                Map.of("outcome", "WITHDRAWN", "reason", "不调了"));
        assertThat(yellow(PLACE)).isEqualTo(50);

        first.post(LIGHTS + "/proposals?region=140500", proposal(40, 80));
        decide(second, "140500", "APPROVED");
        assertThat(yellow(PLACE)).isEqualTo(40);
        assertThat(yellow("140500")).isEqualTo(40);
        assertThat(yellow("000000")).isEqualTo(50);

        backToAbove("140500");
        assertThat(yellow(PLACE)).isEqualTo(50);
        assertThat(first.get(LIGHTS + "?region=140500").get("setBy").isNull()).isTrue();
    }

    @Test
    void anApprovalThatIsRolledBackHidesNoLaterOne() {
        first.post(LIGHTS + "/proposals" + HERE, proposal(10, 80));
        first.post(LIGHTS + "/proposals?region=140500", proposal(40, 80));
        SecondPerson deciding = platform.bean(SecondPerson.class);
        Actor actor =
                new Actor(
                        Newcomers.id(platform, "administrator-140500"),
                        Role.ADMINISTRATOR,
                        new Region("140500"),
                        null,
                        null);
        TransactionTemplate transaction = platform.bean(TransactionTemplate.class);
        transaction.executeWithoutResult(
                status -> {
                    approve(deciding, actor, PLACE);
                    Awaitility.await("it looks before the approval is rolled back")
                            .pollInSameThread()
                            .until(() -> yellowSeen(PLACE) == 10);
                    status.setRollbackOnly();
                });

        transaction.executeWithoutResult(status -> approve(deciding, actor, "140500"));

        Platform.await("the later one is seen", () -> yellowSeen("140500") == 40);
        assertThat(yellowSeen(PLACE)).isEqualTo(40);
    }

    @Test
    void wrongProposalsAreRefusedWithTheirRule() {
        assertThat(rule(first, proposal(90, 80))).isEqualTo("light-thresholds-rise");
        assertThat(rule(first, proposal(-1, 80))).isEqualTo("setting-bounds");
        Map<String, Object> more = proposal(50, 80);
        more.put("values", Map.of("yellow", 50));
        assertThat(rule(first, more)).isEqualTo("setting-fields");
        more.put("values", Map.of("yellow", 50, "orange", 80, "red", 100));
        assertThat(rule(first, more)).isEqualTo("setting-fields");
        Map<String, Object> past = proposal(50, 80);
        past.put("from", platform.today().minusDays(1));
        assertThat(rule(first, past)).isEqualTo("setting-from-past");
        Map<String, Object> over = proposal(50, 80);
        over.put("until", platform.today().minusDays(1));
        assertThat(rule(first, over)).isEqualTo("setting-until-before-from");
        assertThat(rule(platform.as("supervisor-140502"), proposal(50, 80)))
                .isEqualTo("role-may-not");
        assertThat(rule(platform.as("applicant-140502"), proposal(50, 80)))
                .isEqualTo("role-may-not");
        assertThat(second.tryPost(LIGHTS + "/proposals?region=Z370403GX", proposal(50, 80)).rule())
                .isEqualTo("setting-of-another-place");
        assertThat(first.tryGet("/api/settings/nonsense" + HERE).rule())
                .isEqualTo("setting-unknown");
        assertThat(first.tryGet("/api/settings?region=999998").rule())
                .isEqualTo("setting-place-unknown");
        assertThat(first.get(LIGHTS + HERE).get("proposal").isNull()).isTrue();
    }

    @Test
    void onlyOneProposalWaitsAndWhatBeginsLaterHoldsLater() {
        Map<String, Object> later = proposal(10, 20);
        later.put("from", platform.today().plusDays(30));
        later.put("until", platform.today().plusDays(40));
        first.post(LIGHTS + "/proposals" + HERE, later);
        assertThat(rule(second, proposal(30, 60))).isEqualTo("setting-proposed-already");
        decide(second, "APPROVED");
        assertThat(yellow(PLACE)).isEqualTo(50);
    }

    @Test
    void anExportedFileComesBackAsProposalsAndThenHolds() {
        String csv = first.tryGet("/api/settings/export" + HERE).body().asString();
        String changed =
                csv.replace("hours.0.opens,09:00", "hours.0.opens,08:30")
                        .replace("凭收件编号查询办理进度", "凭收件编号到市民中心查询办理进度");

        JsonNode proposed = first.post("/api/settings/imports" + HERE, file(changed));
        assertThat(proposed.valueStream())
                .extracting(it -> it.get("setting").asString())
                .containsExactlyInAnyOrder("catalog.service-hours", "intake.receipt");
        assertThat(importRule(changed)).isEqualTo("setting-import-waits");
        for (JsonNode one : proposed) {
            decideOn(one.get("setting").asString(), "APPROVED");
        }

        JsonNode hours = first.get("/api/settings/catalog.service-hours" + HERE);
        assertThat(hours.at("/values/hours/0/opens").asString()).isEqualTo("08:30");
        assertThat(hours.at("/values/hours/1/opens").asString()).isEqualTo("13:00");
        assertThat(
                        platform.bean(ServiceCalendars.class)
                                .of(new Region(PLACE), "140500-01", workingDay())
                                .getFirst()
                                .opens())
                .isEqualTo(LocalTime.of(8, 30));
        assertThat(importRule(changed)).isEqualTo("setting-import-same");
        assertThat(importRule(first.get("/api/settings/export/json" + HERE).toString()))
                .isEqualTo("setting-import-same");

        for (String setting : List.of("catalog.service-hours", "intake.receipt")) {
            Map<String, Object> none = proposal(0, 0);
            none.put("values", Map.of());
            first.post("/api/settings/" + setting + "/proposals" + HERE, none);
            decideOn(setting, "APPROVED");
        }
        assertThat(importRule(csv)).isEqualTo("setting-import-same");
    }

    @Test
    void oneFaultRefusesTheWholeFileAndSaysWhere() {
        String csv = first.tryGet("/api/settings/export" + HERE).body().asString();
        Caller.Answer answer =
                first.tryPost(
                        "/api/settings/imports" + HERE,
                        file(
                                csv.replace("rating-time,days,60", "rating-time,days,61")
                                        .replace("hours.1.closes,17:00", "hours.1.closes,25:00")));

        assertThat(answer.rule()).isEqualTo("setting-text-form");
        assertThat(answer.body().get("pointers").get(0).asString())
                .isEqualTo("/values/hours/1/closes");
        assertThat(answer.body().get("detail").asString()).contains("闭");
        assertThat(first.get("/api/settings/supervision.rating-time" + HERE).get("proposal"))
                .isEqualTo(JsonNodeFactory.instance.nullNode());
        assertThat(importRule(csv.replace("yellow,50", "yellow,many"))).isEqualTo("setting-number");
        assertThat(importRule(csv.replace("setting,field", "field,setting")))
                .isEqualTo("setting-file-form");
        assertThat(importRule(csv + "nobody.knows,x,1,,\r\n")).isEqualTo("setting-unknown");
        assertThat(importRule("x".repeat(512 * 1024 + 1))).isEqualTo("setting-file-too-large");
    }

    @Test
    void aTableIsTypedOnThePageAndAFaultStandsBesideItsCell() {
        String hours = "/console/settings/catalog.service-hours";
        Visitor visitor = Visitor.signIn(platform.address(), "administrator");
        Map<String, String> form = new HashMap<>();
        form.put("region", PLACE);
        form.put("from", platform.today().toString());
        form.put("reason", "午间不断档");
        row(form, 0, "*", "09:00", "17:00", "REGULAR");
        row(form, 1, "", "", "", "");
        row(form, 2, "140502-01", "12:00", "25:30", "NOON");

        visitor.trySend("POST", hours + "/proposals", form, Map.of());
        String refused = visitor.get(hours + HERE).body();
        assertThat(refused).contains("25:30");
        assertThat(refused.split("name=\"hours.2.closes\"")[1].split("</td>")[0])
                .contains("field__error", "闭");

        form.put("hours.2.closes", "13:30");
        visitor.trySend("POST", hours + "/proposals", form, Map.of());

        JsonNode proposal = first.get("/api/settings/catalog.service-hours" + HERE).get("proposal");
        assertThat(proposal.at("/values/hours").valueStream())
                .extracting(it -> it.get("closes").asString())
                .containsExactly("17:00", "13:30");
        assertThat(visitor.get(hours + HERE).body()).contains("row--added", "row--removed");
        first.post(
                "/api/settings/catalog.service-hours/proposal/decision" + HERE,
                Map.of("outcome", "WITHDRAWN", "reason", "试"));
    }

    @Test
    void theHoursOfAHallStandBesideIt() {
        String region = "?region=140521";
        String setting = "/api/settings/catalog.service-hours";
        first.post(
                "/api/parties/halls/imports" + region,
                Map.of(
                        "list",
                        "hall,name,window,window_name\n140521-01,政务中心,01,窗口\n"
                                + "140521-02,分中心,,\n"));
        Map<String, Object> hours = proposal(0, 0);
        hours.put("values", Map.of("hours", List.of(hours("政务中心", "08:30"))));
        Caller.Answer named = first.tryPost(setting + "/proposals" + region, hours);
        assertThat(named.rule()).isEqualTo("setting-text-form");
        assertThat(named.body().get("pointers").get(0).asString())
                .isEqualTo("/values/hours/0/hall");
        hours.put(
                "values",
                Map.of("hours", List.of(hours("140521-01", "08:30"), hours("*", "09:30"))));
        first.post(setting + "/proposals" + region, hours);
        decideFor(setting, region);

        String shown = "/api/parties/halls" + region + "&day=" + workingDay();
        Platform.await(
                "the hours hold",
                () -> first.get(shown).at("/0/hours/0/opens").asString().startsWith("08:30"));
        JsonNode halls = first.get(shown);

        assertThat(halls.at("/0/hours").toString())
                .isEqualTo(
                        "[{\"opens\":\"08:30:00\",\"closes\":\"17:00:00\","
                                + "\"service\":\"REGULAR\"}]");
        assertThat(halls.at("/1/hours/0/opens").asString()).isEqualTo("09:30:00");
        LocalDate today = platform.today();
        boolean open = platform.bean(Catalog.class).calendar().isWorkingDay(today);
        assertThat(
                        Visitor.signIn(platform.address(), "administrator")
                                .get("/console/parties/halls" + region)
                                .body())
                .contains(open ? "08:30–17:00" : "不开放");

        hours.put("values", Map.of());
        first.post(setting + "/proposals" + region, hours);
        decideFor(setting, region);
        first.post(
                "/api/parties/halls/imports" + region,
                Map.of("list", "hall,name,window,window_name\n"));
    }

    private void decideFor(String setting, String region) {
        second.post(
                setting + "/proposal/decision" + region,
                Map.of("outcome", "APPROVED", "reason", "复核无误"));
        platform.settle();
    }

    private static Map<String, String> hours(String hall, String opens) {
        return Map.of(
                "hall", hall,
                "days", "WORKING_DAYS",
                "opens", opens,
                "closes", "17:00",
                "service", "REGULAR");
    }

    private static void row(
            Map<String, String> form,
            int at,
            String hall,
            String opens,
            String closes,
            String service) {
        String before = "hours." + at + ".";
        form.put(before + "hall", hall);
        form.put(before + "days", hall.isEmpty() ? "" : "WORKING_DAYS");
        form.put(before + "opens", opens);
        form.put(before + "closes", closes);
        form.put(before + "service", service);
    }

    private String importRule(String text) {
        return first.tryPost("/api/settings/imports" + HERE, file(text)).rule();
    }

    private Map<String, Object> file(String text) {
        return Map.of("file", text, "from", platform.today(), "reason", "统一调整");
    }

    private void decideOn(String setting, String outcome) {
        second.post(
                "/api/settings/" + setting + "/proposal/decision" + HERE,
                Map.of("outcome", outcome, "reason", "复核无误"));
        platform.settle();
    }

    private LocalDate workingDay() {
        return platform.bean(Catalog.class).calendar().plus(platform.today(), 1);
    }

    private void backToAbove(String place) {
        Map<String, Object> none = proposal(0, 0);
        none.put("values", Map.of());
        first.post(LIGHTS + "/proposals?region=" + place, none);
        decide(second, place, "APPROVED");
    }

    private String rule(Caller caller, Map<String, Object> proposal) {
        return caller.tryPost(LIGHTS + "/proposals" + HERE, proposal).rule();
    }

    private void refused(Caller caller, String outcome, int status, String rule) {
        Caller.Answer answer =
                caller.tryPost(
                        LIGHTS + "/proposal/decision" + HERE,
                        Map.of("outcome", outcome, "reason", "复核"));
        assertThat(answer.rule()).as(answer.body().toString()).isEqualTo(rule);
        assertThat(answer.status()).isEqualTo(status);
    }

    private void decide(Caller caller, String outcome) {
        decide(caller, PLACE, outcome);
    }

    private void decide(Caller caller, String place, String outcome) {
        caller.post(
                LIGHTS + "/proposal/decision?region=" + place,
                Map.of("outcome", outcome, "reason", "复核无误"));
        platform.settle();
    }

    private Map<String, Object> proposal(int yellow, int orange) {
        return new HashMap<>(
                Map.of(
                        "values",
                        Map.of("yellow", yellow, "orange", orange),
                        "from",
                        platform.today(),
                        "reason",
                        "本地提前预警"));
    }

    /** As the node has it in memory. */
    private int yellowSeen(String place) {
        Setting lights =
                platform.beans(Setting.class)
                        .filter(it -> LIGHTS.endsWith(it.name()))
                        .findFirst()
                        .orElseThrow();
        return platform.bean(Settings.class)
                .at(lights, new Region(place), platform.today())
                .whole("yellow");
    }

    private static void approve(SecondPerson deciding, Actor actor, String place) {
        deciding.decide(
                actor,
                deciding.waiting(new Region(place), LIGHTS.substring("/api/settings/".length()))
                        .orElseThrow(),
                SettingVersion.State.APPROVED,
                "复核无误");
    }

    private int yellow(String place) {
        return first.get(LIGHTS + "?region=" + place).get("values").get("yellow").asInt();
    }

    private static JsonNode line(JsonNode setting, String light) {
        for (JsonNode line : setting.get("effect")) {
            if (line.get("key").asString().endsWith(light)) {
                return line;
            }
        }
        throw new AssertionError("No effect on " + light + ": " + setting);
    }

    private List<String> lights(Story story, UUID application) {
        return story.as("supervisor")
                .get("/api/supervision/alerts")
                .get("items")
                .valueStream()
                .filter(it -> it.get("application").asString().equals(application.toString()))
                .map(it -> it.get("light").asString())
                .toList();
    }
}
