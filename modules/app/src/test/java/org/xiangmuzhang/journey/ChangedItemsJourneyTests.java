package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What becomes of applications when an item of the template changes under them. */
class ChangedItemsJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String HERE = "?region=140500";
    private static final String ITEM = "TEMP-LAND";

    private final Caller first = PLATFORM.as("catalog-editor");
    private final Caller second = PLATFORM.as("catalog-editor-000000");
    private final Caller applicant = PLATFORM.as("applicant-140500");
    private final Caller clerk = PLATFORM.as("clerk-140500");
    private final Caller approver = PLATFORM.as("approver-nr-140500");

    @Test
    void aRunningMatterKeepsLimitAndMaterialsWhenItsPlaceDoesTheItemInAnotherWay() {
        String way = "/api/catalog/items/" + ITEM + "/override";
        JsonNode item = item();
        int days = item.at("/item/promised/days").asInt();
        UUID running = accepted();
        JsonNode task = sheet(running);
        assertThat(task.at("/task/itemVersion")).isEqualTo(item.at("/item/version"));
        assertThat(task.at("/task/promisedDue").asString()).isEqualTo(due(days));

        List<Object> materials = new ArrayList<>();
        item.get("materials").forEach(materials::add);
        Map<String, Object> more = new LinkedHashMap<>();
        item.get("materials")
                .get(0)
                .properties()
                .forEach(it -> more.put(it.getKey(), it.getValue()));
        more.put("id", "MAT-140500-1");
        more.put("nameZh", "临时用地复垦保证书");
        more.put("nameEn", "Guarantee of reclamation");
        materials.add(more);
        agree(
                way,
                "",
                Map.of(
                        "values",
                        Map.of(
                                "promised",
                                Map.of("days", days - 3, "unit", "WORKING_DAYS"),
                                "materials",
                                materials)));
        try {
            assertThat(item().at("/item/version")).isNotEqualTo(item.at("/item/version"));
            assertThat(sheet(running)).isEqualTo(task);
            assertThat(clerk.get(Story.application(running) + "/materials").toString())
                    .doesNotContain("MAT-140500-1");

            UUID anew = accepted();
            JsonNode now = sheet(anew);
            assertThat(now.at("/task/itemVersion")).isEqualTo(item().at("/item/version"));
            assertThat(now.at("/task/promisedDue").asString()).isEqualTo(due(days - 3));
            assertThat(now.get("materials").valueStream().map(it -> it.get("name").asString()))
                    .contains("临时用地复垦保证书");
        } finally {
            agree(way, "", Map.of("values", Map.of()));
        }
        assertThat(sheet(running)).isEqualTo(task);
        assertThat(item().get("materials")).isEqualTo(item.get("materials"));
    }

    /** One proposes, another agrees. */
    private void agree(String way, String key, Map<String, ?> what) {
        Map<String, Object> proposal = new LinkedHashMap<>(what);
        proposal.put("from", PLATFORM.today().toString());
        proposal.put("reason", "试");
        first.post(way + "/proposals" + HERE + key, proposal);
        second.post(
                way + "/proposal/decision" + HERE + key,
                Map.of("outcome", "APPROVED", "reason", "同意"));
        PLATFORM.settle();
    }

    private JsonNode item() {
        return clerk.get("/api/catalog/items/" + ITEM + HERE);
    }

    private Map<String, Object> application(String... items) {
        UUID paper = applicant.upload("申请书.pdf", Story.PAPER);
        List<Object> asked = new ArrayList<>();
        for (String code : items) {
            asked.add(Map.of("code", code, "mode", "FORMAL"));
        }
        return Map.of(
                "items",
                asked,
                "materials",
                item().get("materials")
                        .valueStream()
                        .filter(it -> it.get("required").asBoolean())
                        .map(it -> Map.of("material", it.get("id").asString(), "file", paper))
                        .toList());
    }

    private UUID accepted() {
        UUID application =
                Story.uuid(applicant.post("/api/intake/applications", application(ITEM)), "id");
        clerk.post(Story.application(application) + "/acceptance", Map.of());
        PLATFORM.settle();
        return application;
    }

    private JsonNode sheet(UUID application) {
        JsonNode task = clerk.get(Story.application(application)).get("tasks").get(0);
        return approver.get(Story.task(task));
    }

    /** The last day of a limit that counts from today. */
    private String due(int days) {
        return clerk.get("/api/catalog/working-days?days=" + days + "&from=" + PLATFORM.today())
                .get("date")
                .asString();
    }
}
