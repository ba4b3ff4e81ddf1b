package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.supervision.application.TurningLights;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looking on: the timeline from every context, lights on the board, and the auditor. */
class WatchingJourneyTests {

    private final Platform platform = Platform.shared();

    @Test
    void timelineTellsWhatHappenedInEveryContextInLogOrderAndInBothLanguages() {
        Story story = carried("140500", "PT-PV-GROUND", "时间线电站", "140500001003GB00001");
        becomeLate();

        List<JsonNode> told = story.timeline();

        assertThat(told.stream().map(WatchingJourneyTests::context))
                .contains("intake", "land", "supervision", "steward");
        assertThat(told.stream().map(one -> one.get("event").asString()))
                .contains(
                        "steward.mandate-signed",
                        "steward.plan-drawn",
                        "intake.application-accepted",
                        "land.right-established",
                        "supervision.light-turned",
                        "intake.item-decided",
                        "supervision.matter-rated");
        List<Long> positions = told.stream().map(one -> one.get("position").asLong()).toList();
        assertThat(positions).isSorted().doesNotHaveDuplicates();
        for (JsonNode one : told) {
            assertThat(one.get("actorName").asString()).as("%s", one).isNotBlank();
            assertThat(one.get("roleName").asString()).as("%s", one).isNotBlank();
        }
        assertThat(told)
                .filteredOn(one -> one.get("role").asString().equals("SYSTEM"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.get("actorName").asString()).isEqualTo("平台自动"));

        Set<String> chinese = sentences(story, "zh-CN");
        Set<String> english = sentences(story, "en");
        assertThat(chinese).allMatch(text -> text.matches("(?s).*\\p{IsHan}.*"));
        assertThat(english)
                .noneMatch(text -> text.matches("[a-z]+\\.[a-z-]+"))
                .doesNotContainAnyElementsOf(chinese);

        List<Long> newest = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    story.as("steward").get(story.path("/timeline?order=newest&limit=7" + after));
            page.get("items").forEach(one -> newest.add(one.get("position").asLong()));
            after = page.path("next").isString() ? "&after=" + page.get("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(newest.reversed()).isEqualTo(positions);
    }

    @Test
    void redLightsAreFoundOnEveryPageOfTheBoard() {
        UUID first = carried("140502", "PT-GOV-ROAD", "红灯道路一", "140502001003GB00001").project;
        UUID second = carried("140502", "PT-GOV-ROAD", "红灯道路二", "140502001003GB00002").project;
        becomeLate();
        for (int i = 0; i < 4; i++) {
            Story.begin(platform, "140502", "PT-GOV-ROAD", "绿灯道路" + i, "48");
        }
        platform.settle();
        Caller leader = platform.as("leader-140502");

        List<JsonNode> red = board(leader, "light=RED&limit=1");
        assertThat(red)
                .allSatisfy(line -> assertThat(line.get("light").asString()).isEqualTo("RED"));
        assertThat(red.stream().map(WatchingJourneyTests::project)).contains(first, second);
        List<JsonNode> all = board(leader, "limit=2");
        Set<UUID> redOfAll = new HashSet<>();
        all.stream()
                .filter(line -> line.get("light").asString().equals("RED"))
                .forEach(line -> redOfAll.add(project(line)));
        assertThat(red.stream().map(WatchingJourneyTests::project))
                .containsExactlyInAnyOrderElementsOf(redOfAll);
        assertThat(board(leader, "light=GREEN&limit=2"))
                .hasSizeGreaterThanOrEqualTo(4)
                .noneMatch(line -> redOfAll.contains(project(line)));
        assertThat(board(platform.as("applicant-140502"), "light=RED&limit=1"))
                .extracting(WatchingJourneyTests::project)
                .contains(first, second);
    }

    @Test
    void auditorReadsAllAndChangesNothing() {
        Story story = carried("Z370403GX", "PT-IND-MOCK", "审计装备基地", "370403001003GB00001");
        Caller auditor = platform.as("auditor");
        JsonNode listed =
                auditor.get("/api/intake/applications?project=" + story.project)
                        .get("items")
                        .get(0);
        JsonNode application = auditor.get(Story.application(Story.uuid(listed, "id")));
        String task = application.get("tasks").get(0).get("id").asString();

        assertThat(board(auditor, "region=370403"))
                .extracting(WatchingJourneyTests::project)
                .contains(story.project);
        assertThat(auditor.get(story.path("/timeline")).get("items")).isNotEmpty();
        assertThat(auditor.get(story.path("")).get("id").asString())
                .isEqualTo(story.project.toString());
        assertThat(auditor.get(Story.application(Story.uuid(application, "id")))).isNotNull();
        assertThat(auditor.get("/api/intake/tasks/" + task)).isNotNull();
        assertThat(auditor.get("/api/land/parcels?limit=200").toString())
                .contains("370403001003GB00001");
        assertThat(auditor.get("/api/supervision/tasks/" + task + "/ledger")).isNotNull();
        assertThat(auditor.get("/api/supervision/projects/" + story.project + "/ledger"))
                .isNotNull();
        assertThat(auditor.get("/api/supervision/ratings?limit=200").toString())
                .contains(application.get("id").asString());
        assertThat(auditor.get("/api/supervision/alerts")).isNotNull();

        Map<String, Map<String, Object>> acts =
                Map.of(
                        story.path("/steward"),
                        Map.of("steward", UUID.randomUUID()),
                        story.path("/plan"),
                        Map.of(),
                        story.path("/milestones"),
                        Map.of(
                                "itemCode", "JOINT-PREEXAM",
                                "on", platform.today(),
                                "proof", UUID.randomUUID()),
                        "/api/intake/applications/"
                                + application.get("id").asString()
                                + "/delivery",
                        Map.of(),
                        "/api/intake/tasks/" + task + "/decision",
                        Map.of("outcome", "APPROVED"),
                        "/api/land/parcels",
                        Map.of("number", "370403001003GB00009", "areaSquareMetres", 1000),
                        "/api/supervision/ratings",
                        Map.of("application", application.get("id").asString(), "score", 5));
        acts.forEach(
                (path, body) ->
                        assertThat(auditor.tryPost(path, body).status()).as(path).isEqualTo(403));
    }

    /** Land allocated, one item delivered and rated, another one accepted. */
    private Story carried(String region, String type, String name, String parcel) {
        Story story = Story.begin(platform, region, type, name, "44");
        story.signMandate(platform.today().plusYears(1));
        if (type.equals("PT-PV-GROUND")) {
            story.drawPlan(Map.of("start", platform.today()));
        }
        story.milestone("JOINT-PREEXAM");
        Caller officer = story.as("land-officer");
        UUID id =
                Story.uuid(
                        officer.post(
                                "/api/land/parcels",
                                Map.of("number", parcel, "areaSquareMetres", 20_000)),
                        "id");
        officer.post("/api/land/parcels/" + id + "/reservation", Map.of("project", story.project));
        officer.post(
                "/api/land/parcels/" + id + "/transfer",
                Map.of(
                        "kind",
                        "ALLOCATION",
                        "project",
                        story.project,
                        "enterprise",
                        story.enterprise,
                        "signedOn",
                        platform.today(),
                        "documentNumber",
                        "划拨〔2026〕1号"));
        platform.settle();
        UUID done = story.carryThrough(type.equals("PT-IND-MOCK") ? "ENT-FILING" : "SITE-PREEXAM");
        story.as("applicant")
                .post("/api/supervision/ratings", Map.of("application", done, "score", 5));
        String open =
                switch (type) {
                    case "PT-PV-GROUND" -> "SOILWATER-REPORT";
                    case "PT-GOV-ROAD" -> "SOILWATER-TABLE";
                    default -> "EIA-TABLE";
                };
        story.accept(story.submit(false, Map.of(open, "FORMAL")));
        return story;
    }

    /** Long enough for whatever was accepted and promised within ten working days. */
    private void becomeLate() {
        platform.settle();
        platform.forwardTo(platform.today().plusDays(25));
        platform.bean(TurningLights.class).sweep();
        platform.settle();
    }

    private static List<JsonNode> board(Caller caller, String query) {
        List<JsonNode> lines = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = caller.get("/api/projects?" + query + after);
            page.get("items").forEach(lines::add);
            after = page.path("next").isString() ? "&after=" + page.get("next").asString() : "";
            assertThat(after.isEmpty() || !page.get("items").isEmpty()).isTrue();
        } while (!after.isEmpty());
        return lines;
    }

    private static Set<String> sentences(Story story, String language) {
        Set<String> sentences = new HashSet<>();
        story.as("steward")
                .get(story.path("/timeline?limit=200"), language)
                .get("items")
                .forEach(one -> sentences.add(one.get("text").asString()));
        return sentences;
    }

    private static String context(JsonNode happening) {
        return happening.get("event").asString().split("\\.")[0];
    }

    private static UUID project(JsonNode line) {
        return Story.uuid(line, "project");
    }
}
