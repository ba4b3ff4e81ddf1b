package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.practices.Practice;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.UUID;

/** A park is given a power: what is handed in from then on goes to it. */
class PowersJourneyTests {

    private static final String PARK = "Z370403GX";
    private static final String ITEM = "SITE-PREEXAM";
    private static final String WAY =
            "/api/catalog/tables/item_delegations/override/%s?region=%s&key=%s/%s";

    private final Platform platform = Platform.shared();

    @AfterEach
    void asAbove() {
        agree(Map.of());
    }

    @Test
    @Practice("PR-068")
    void aCaseGoesToTheParkThatWasGivenThePowerAndOneHandedInBeforeStaysWhereItIs() {
        Story before = story("赋权前的电站");
        UUID earlier = before.accept(before.submit(false, Map.of(ITEM, "FORMAL")));
        assertThat(before.task(earlier, ITEM).get("department").asString()).isEqualTo("NR");

        agree(
                Map.of(
                        "item_code", ITEM,
                        "region_code", PARK,
                        "mode", "ENTRUSTED",
                        "dept_code", "PARK",
                        "basis", "园区赋权文件",
                        "source_id", "DEFAULT"));
        JsonNode organ =
                before.as("clerk")
                        .get("/api/catalog/items/" + ITEM + "?region=" + PARK)
                        .get("organ");
        assertThat(organ.get("department").asString()).isEqualTo("PARK");
        assertThat(organ.get("why").asString()).isEqualTo("DELEGATED");
        assertThat(organ.get("former").asString()).isEqualTo("NR");

        Story after = story("赋权后的电站");
        UUID later = after.accept(after.submit(false, Map.of(ITEM, "FORMAL")));

        assertThat(after.task(later, ITEM).get("department").asString()).isEqualTo("PARK");
        assertThat(before.task(earlier, ITEM).get("department").asString()).isEqualTo("NR");
        before.approve(earlier, ITEM);
    }

    private Story story(String name) {
        Story story = Story.begin(platform, PARK, "PT-PV-GROUND", name, "44");
        story.signMandate(platform.today().plusYears(1));
        story.drawPlan(Map.of("start", platform.today()));
        story.elsewhere("PROJECT-CODE", "赋码-2026-9");
        story.milestone("JOINT-PREEXAM");
        return story;
    }

    /** One editor proposes and another one agrees; no fields: as the place above has it. */
    private void agree(Map<String, String> fields) {
        String way = WAY.formatted("%s", PARK, ITEM, PARK);
        platform.as("catalog-editor-000000")
                .post(
                        way.formatted("proposals"),
                        Map.of("fields", fields, "from", platform.today(), "reason", "赋权"));
        platform.as("catalog-editor")
                .post(
                        way.formatted("proposal/decision"),
                        Map.of("outcome", "APPROVED", "reason", "同意"));
        platform.settle();
    }
}
