package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.practices.Practice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Published cases that speak of lists, packages and guidance, asked of the running platform. */
class PublishedCasesJourneyTests {

    private static final Path FIGURES =
            Path.of(
                    "../catalog/src/test/resources/org/xiangmuzhang/catalog/acceptance_figures.csv");
    private static final Path DOCUMENT = Path.of("../../docs/packages.md");
    private static final String PLACE = "140502";
    private static final String SERVICES = "item_services";
    private static final String SERVICE = "SITE-PREEXAM/WEEKEND";
    private static final String BOOKS = "merged_approvals";
    private static final String BOOK = "PKG-ONE-BOOK-YC";
    private static final Map<String, Object> ABSENT = Map.of("absent", true);
    private static final Map<String, Object> ONE_BOOK =
            Map.of(
                    "fields",
                    Map.of(
                            "package_code", BOOK,
                            "merged_item", "COMPREHENSIVE-REPORT",
                            "region_code", PLACE));

    private final Platform platform = Platform.shared();
    private final Caller applicant = platform.as("applicant-140500");
    private final Caller editor = platform.as("catalog-editor");
    private final Caller second = platform.as("catalog-editor-000000");

    @AfterEach
    void asAbove() {
        if (listed().contains("SITE-PREEXAM")) {
            agreed(SERVICES, SERVICE, ABSENT);
        }
        if (holds(BOOKS, BOOK)) {
            agreed(BOOKS, BOOK, ABSENT);
        }
    }

    /**
     * Days, steps, materials, trips and lines, each as the document has it beside the published.
     */
    @Test
    void everyFigureOfTheCasesIsWhatThePlatformComputesForItsPlace() throws IOException {
        List<List<String>> told =
                Files.readAllLines(DOCUMENT).stream()
                        .filter(line -> line.startsWith("| AC-"))
                        .map(line -> List.of(line.substring(2).split(" \\| ", -1)))
                        .toList();
        List<NamedCsvRecord> figures = figures();

        assertThat(told).hasSameSizeAs(figures);
        for (int at = 0; at < told.size(); at++) {
            List<String> row = told.get(at);
            NamedCsvRecord figure = figures.get(at);
            assertThat(row.getFirst()).isEqualTo(figure.getField("case_id"));
            assertThat(row.subList(5, 9))
                    .as("%s %s", row.getFirst(), row.subList(2, 4))
                    .isEqualTo(ours(figure));
        }
        assertThat(told).anyMatch(row -> row.get(8).startsWith("not proven"));
    }

    private static List<NamedCsvRecord> figures() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(FIGURES)) {
            return csv.stream().toList();
        }
    }

    /** One by one, joined, saved, and what that rests on. */
    private List<String> ours(NamedCsvRecord figure) {
        String subject = figure.getField("subject");
        String region = "?region=" + figure.getField("region_code");
        if (!subject.startsWith("PKG-")) {
            JsonNode list = applicant.get("/api/catalog/lists/" + subject + region + "&limit=200");
            assertThat(list.get("next").isNull()).isTrue();
            Set<String> assumed =
                    list.get("items")
                            .valueStream()
                            .map(line -> line.at("/cells/SOURCE").asString(""))
                            .flatMap(
                                    source ->
                                            List.of("DEFAULT", "GENERAL").stream()
                                                    .filter(source::contains))
                            .collect(Collectors.toCollection(TreeSet::new));
            long count =
                    figure.getField("measure").equals("TRADES")
                            ? list.get("items")
                                    .valueStream()
                                    .map(line -> line.at("/cells/TRADE").asString())
                                    .distinct()
                                    .count()
                            : list.get("lines").asLong();
            return List.of(
                    "",
                    Long.toString(count),
                    "",
                    list.get("items").isEmpty() ? "nothing entered" : rests(assumed));
        }
        JsonNode matter = applicant.get("/api/catalog/packages/" + subject + region);
        return switch (figure.getField("measure")) {
            case "COST" -> List.of("", "", "", "");
            case "ITEMS" -> items(matter);
            default -> saving(matter, figure.getField("measure"));
        };
    }

    private static List<String> items(JsonNode matter) {
        List<String> places =
                matter.get("items")
                        .valueStream()
                        .map(part -> part.get("place").asString())
                        .toList();
        long counted = places.stream().filter(place -> !place.equals("INSTEAD")).count();
        return List.of(Integer.toString(places.size()), Long.toString(counted), "", "");
    }

    private static List<String> saving(JsonNode matter, String measure) {
        JsonNode saving =
                matter.get("savings")
                        .valueStream()
                        .filter(one -> one.get("measure").asString().equals(measure))
                        .findFirst()
                        .orElseThrow();
        int computed = saving.get("computed").asInt();
        boolean promised = !matter.get("promised").isNull() && measure.endsWith("DAYS");
        return List.of(
                saving.get("before").asString(),
                saving.get("after").asString() + (promised ? " (" + computed + ")" : ""),
                saving.get("saved").asString() + ", " + saving.get("percent").asString() + "%",
                rests(
                        saving.get("assumed")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.toSet())));
    }

    private static String rests(Set<String> assumed) {
        return assumed.isEmpty()
                ? "sources"
                : "not proven: " + assumed.stream().sorted().collect(Collectors.joining(", "));
    }

    /** AC-004-3: the list of items for days off follows what people apply for. */
    @Test
    void listForDaysOffIsAdjustedByWhatWasAppliedFor() {
        Story plant = Story.begin(platform, PLACE, "PT-PV-GROUND", "周末办理电站", "44");
        plant.signMandate(platform.today().plusYears(1));
        String demand = "/api/catalog/lists/WEEKEND/demand?region=" + PLACE + "&least=1&limit=200";
        long before = asked(editor.get(demand));

        plant.accept(plant.submit(false, Map.of("SITE-PREEXAM", "FORMAL")));

        JsonNode after = editor.get(demand);
        assertThat(asked(after)).isEqualTo(before + 1);
        assertThat(advice(after)).isEqualTo("ADD");
        agreed(
                SERVICES,
                SERVICE,
                Map.of(
                        "fields",
                        Map.of(
                                "item_code", "SITE-PREEXAM",
                                "way", "WEEKEND",
                                "hours", "09:00-16:00",
                                "source_id", "DEFAULT")));
        assertThat(listed()).contains("SITE-PREEXAM");
        assertThat(advice(editor.get(demand))).isEqualTo("KEEP");
        assertThat(applicant.tryGet(demand).rule()).isEqualTo("role-may-not");
    }

    private static JsonNode line(JsonNode demand) {
        return demand.get("items")
                .valueStream()
                .filter(line -> line.get("item").asString().equals("SITE-PREEXAM"))
                .findFirst()
                .orElse(demand.path("none"));
    }

    private static long asked(JsonNode demand) {
        return line(demand).path("asked").asLong(0);
    }

    private static String advice(JsonNode demand) {
        return line(demand).path("advice").asString();
    }

    private Set<String> listed() {
        return editor.get("/api/catalog/lists/WEEKEND?limit=200&region=" + PLACE)
                .get("items")
                .valueStream()
                .map(line -> line.get("key").asString())
                .collect(Collectors.toSet());
    }

    private static String way(String table) {
        return "/api/catalog/tables/" + table + "/override";
    }

    private static String here(String key) {
        return "?region=" + PLACE + "&key=" + key;
    }

    /** Whether the place has the row in its own way. */
    private boolean holds(String table, String key) {
        JsonNode row = editor.get(way(table) + here(key)).get("row");
        return !row.get("absent").asBoolean() && !row.get("fields").isEmpty();
    }

    /** One editor proposes, another one agrees. */
    private void agreed(String table, String key, Map<String, Object> row) {
        Map<String, Object> wish = new HashMap<>(row);
        wish.put("from", platform.today());
        wish.put("reason", "按当地做法");
        editor.post(way(table) + "/proposals" + here(key), wish);
        second.post(
                way(table) + "/proposal/decision" + here(key),
                Map.of("outcome", "APPROVED", "reason", "同意"));
    }

    /**
     * AC-003-2: seven lists of the project's type, out of the catalogue that its plan is made of.
     */
    @Test
    void planOfAProjectHoldsNothingThatTheSevenListsOfItsTypeDoNotName() {
        Story works = Story.begin(platform, PLACE, "PT-IND-GENERAL", "七张清单厂房", "34");
        works.signMandate(platform.today().plusYears(1));
        JsonNode plan = works.drawPlan(Map.of("start", platform.today()));
        String narrowed = "?type=PT-IND-GENERAL&limit=200&region=" + PLACE;
        Set<String> items = keys(applicant.get("/api/catalog/lists/ITEMS" + narrowed));
        List<String> planned = planned(plan);

        assertThat(planned).isNotEmpty();
        assertThat(items).containsAll(planned);
        for (String list :
                List.of(
                        "INTERMEDIARY",
                        "AUTHORITY",
                        "OVERSIGHT",
                        "EARLY_CHECK",
                        "COORDINATION",
                        "AGENT_MEASURES")) {
            JsonNode lines = applicant.get("/api/catalog/lists/" + list + narrowed).get("items");
            assertThat(lines).as(list).isNotEmpty();
            assertThat(lines)
                    .allSatisfy(
                            line ->
                                    assertThat(items)
                                            .containsAll(
                                                    line.get("items")
                                                            .valueStream()
                                                            .map(JsonNode::asString)
                                                            .toList()));
        }
    }

    /** Items of a plan that are no milestones. */
    private static List<String> planned(JsonNode plan) {
        return plan.get("steps")
                .valueStream()
                .filter(step -> !step.get("milestone").asBoolean())
                .map(step -> step.get("itemCode").asString())
                .toList();
    }

    private static Set<String> keys(JsonNode list) {
        return list.get("items")
                .valueStream()
                .map(line -> line.get("key").asString())
                .collect(Collectors.toSet());
    }

    /** AC-003-2: a project's flow is taken from the library of past projects. */
    @Test
    @Practice("PR-258")
    void planIsDrawnLikeAPastProjectOfTheApprovalLibrary() {
        Map<String, Object> courses =
                Map.of(
                        "start", platform.today(),
                        "simulated", List.of("ENG-PLAN-PERMIT"),
                        "parallel", true);
        Story past = Story.begin(platform, PLACE, "PT-LOWRISK-IND", "过往低风险厂房", "34");
        past.signMandate(platform.today().plusYears(1));
        JsonNode drawn = past.drawPlan(courses);
        assertThat(entry(past).isMissingNode()).as("nothing is past yet").isTrue();
        int document = 0;
        for (String item : planned(drawn)) {
            past.elsewhere(item, "过往-2026-" + ++document);
        }

        JsonNode entry = entry(past);
        assertThat(entry.get("name").asString()).isEqualTo("过往低风险厂房");
        assertThat(entry.get("finished").asString()).isEqualTo(platform.today().toString());
        assertThat(entry.get("items").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(planned(drawn));

        Story next = Story.begin(platform, PLACE, "PT-LOWRISK-IND", "新低风险厂房", "34");
        next.signMandate(platform.today().plusYears(1));
        HttpResponse<String> form =
                Visitor.signIn(platform.address(), "steward-" + PLACE)
                        .get("/console/projects/" + next.project + "/plan?like=" + past.project);
        assertThat(form.body())
                .containsPattern(ticked("simulated", "ENG-PLAN-PERMIT"))
                .doesNotContainPattern(ticked("simulated", "CONSTRUCTION-PERMIT"))
                .containsPattern(ticked("parallel", "true"))
                .contains("审批服务库", "过往低风险厂房", "已照此选择");
        Map<String, Object> same = new HashMap<>();
        for (String course : List.of("conditional", "simulated", "merged", "owed", "parallel")) {
            same.put(course, entry.get("courses").get(course));
        }
        assertThat(planned(next.drawPlan(same)))
                .containsExactlyInAnyOrderElementsOf(planned(drawn));
        assertThat(applicant.tryGet("/api/projects/library?type=PT-LOWRISK-IND").rule())
                .isEqualTo("role-may-not");
        assertThat(next.as("steward").tryGet("/api/projects/library?type=PT-NONE").rule())
                .isEqualTo("project-type-unknown");
        Story other = Story.begin(platform, PLACE, "PT-PV-GROUND", "另一类项目", "44");
        assertThat(
                        Visitor.signIn(platform.address(), "steward-" + PLACE)
                                .get(
                                        "/console/projects/"
                                                + other.project
                                                + "/plan?like="
                                                + past.project)
                                .statusCode())
                .isEqualTo(422);
    }

    private static String ticked(String name, String value) {
        return "<input(?=[^>]* name=\"%s\")(?=[^>]* value=\"%s\")[^>]* checked"
                .formatted(name, value);
    }

    private JsonNode entry(Story past) {
        return past.as("steward")
                .get("/api/projects/library?type=PT-LOWRISK-IND&limit=200")
                .get("items")
                .valueStream()
                .filter(entry -> entry.get("project").asString().equals(past.project.toString()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** AC-000-1, AC-000-6B: one book, one review, one approval that counts for every item. */
    @Test
    void oneApprovalOfAOneBookCountsForEveryEvaluationThatItBundles() {
        agreed(BOOKS, BOOK, ONE_BOOK);
        Story works = Story.begin(platform, PLACE, "PT-IND-GENERAL", "一本制厂房", "34");
        works.signMandate(platform.today().plusYears(1));
        Map<String, Object> courses =
                Map.of(
                        "start", platform.today(),
                        "conditional", List.of("FLOOD-IMPACT", "WATER-INTAKE"));
        JsonNode apart = works.drawPlan(courses);
        assertThat(replaced(apart)).isEmpty();
        Map<String, Object> merged = new HashMap<>(courses);
        merged.put("merged", List.of("COMPREHENSIVE-REPORT"));

        JsonNode bundled = works.drawPlan(merged);
        assertThat(replaced(bundled))
                .containsExactlyInAnyOrder(
                        "EIA-TABLE",
                        "SOILWATER-REPORT",
                        "ENERGY-REVIEW",
                        "FLOOD-IMPACT",
                        "WATER-INTAKE");
        assertThat(bundled.get("finish").asString())
                .isLessThanOrEqualTo(apart.get("finish").asString());
        works.elsewhere("PROJECT-CODE", "赋码-2026-9");
        works.elsewhere("ENT-FILING", "备案-2026-9");
        UUID book = works.carryThrough("COMPREHENSIVE-REPORT");

        JsonNode tasks = works.as("clerk").get(Story.application(book)).get("tasks");
        assertThat(tasks).hasSize(1);
        assertThat(tasks.get(0).get("state").asString()).isEqualTo("APPROVED");
        assertThat(works.step("COMPREHENSIVE-REPORT").get("state").asString()).isEqualTo("DONE");
        JsonNode plan = works.plan();
        List<String> counted = replaced(plan);
        assertThat(counted).hasSize(5);
        assertThat(plan.get("edges").valueStream().map(edge -> edge.get("from").asString()))
                .as("nothing waits for what the one approval stands for")
                .doesNotContainAnyElementsOf(counted);
    }

    private static List<String> replaced(JsonNode plan) {
        return plan.get("steps")
                .valueStream()
                .filter(step -> step.get("state").asString().equals("REPLACED"))
                .filter(step -> step.get("replacedBy").asString().equals("COMPREHENSIVE-REPORT"))
                .map(step -> step.get("itemCode").asString())
                .toList();
    }

    /** AC-004-1: a low-risk project is told the smaller set, and its days beside the other's. */
    @Test
    void whoAsksAboutALowRiskFactoryIsToldTheSmallerSetWithItsDays() {
        JsonNode small = notice("LOW", "8000", "20", "NO");
        JsonNode large = notice("LOW", "8000", "30");

        assertThat(small.get("items")).hasSize(9);
        assertThat(large.get("items")).hasSizeGreaterThan(15);
        assertThat(small.get("daysTogether").asInt()).isLessThan(large.get("daysTogether").asInt());
        assertThat(small.get("daysTogether").asInt())
                .isLessThanOrEqualTo(small.get("daysOneByOne").asInt());
        assertThat(small.get("materials"))
                .extracting(paper -> paper.get("nameZh").asString() + paper.get("form"))
                .doesNotHaveDuplicates();
    }

    private JsonNode notice(String... replies) {
        String path = "/api/catalog/guides/LOW-RISK-FACTORY/notice?region=" + PLACE;
        JsonNode at = applicant.get(path);
        for (String reply : replies) {
            at =
                    applicant.get(
                            path + "&answers=" + at.get("answers").asString() + "&answer=" + reply);
        }
        assertThat(at.get("question").isNull()).isTrue();
        return at.get("notice");
    }
}
