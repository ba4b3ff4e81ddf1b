package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What somebody with a post tries that is not its own business, with everything switched on. */
class RightsJourneyTests {

    private static final String APPLICATIONS = "/api/intake/applications";
    private static final AtomicInteger PARCELS = new AtomicInteger(90_000);

    private final Platform platform = Platform.shared();

    @Test
    void aMandateForOneProjectOpensNothingElseOfTheEnterprise() {
        Story mine = begun("委托电站");
        mine.signMandate(platform.today().plusYears(1));
        Story other = begun("未委托电站");
        Map<String, Object> alone = other.form(false, Map.of("ENERGY-COMMIT", "FORMAL"));
        alone.remove("project");

        refused(mine.as("steward"), alone, 403, "mandate-missing");
        UUID free = Story.uuid(other.as("applicant").post(APPLICATIONS, alone), "id");

        Caller steward = mine.as("steward");
        assertThat(steward.tryGet(Story.application(free)).status()).isEqualTo(404);
        assertThat(
                        steward.tryPost(
                                        Story.application(free) + "/withdrawal",
                                        Map.of("reason", "不办了"))
                                .status())
                .isEqualTo(404);
        String list = APPLICATIONS + "?enterprise=" + mine.enterprise;
        assertThat(steward.tryGet(list).rule()).isEqualTo("project-missing");
        assertThat(steward.tryGet(list + "&project=" + other.project).status()).isEqualTo(403);
        assertThat(steward.get(list + "&project=" + mine.project).get("items")).isEmpty();
    }

    @Test
    void anApplicationLiesWhereItsProjectLiesAndNowhereInTheTemplate() {
        Story story = begun("本地电站");
        Map<String, Object> form = story.form(false, Map.of("SITE-PREEXAM", "FORMAL"));
        form.put("region", "140502");
        refused(story.as("applicant"), form, 422, "region-of-another-project");

        Map<String, Object> alone = story.form(false, Map.of("ENERGY-COMMIT", "FORMAL"));
        alone.remove("project");
        alone.put("region", "000000");
        refused(story.as("applicant"), alone, 422, "region-unknown");

        Map<String, Object> project = new HashMap<>();
        project.put("name", "无处电站");
        project.put("projectType", "PT-PV-GROUND");
        project.put("region", "000000");
        Caller.Answer nowhere = story.as("applicant").tryPost("/api/projects", project);
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.rule()).isEqualTo("region-unknown");
    }

    @Test
    void withoutAPlanOrAProjectTheLawStillHolds() {
        Story story = begun("无方案电站");
        refused(
                story.as("applicant"),
                story.form(false, Map.of("ENT-APPROVAL", "FORMAL")),
                422,
                "precondition-not-met");
        refused(
                story.as("applicant"),
                story.form(false, Map.of("LAND-PLAN-PERMIT", "FORMAL")),
                422,
                "precondition-not-met");
        Map<String, Object> alone = story.form(false, Map.of("CONSTRUCTION-PERMIT", "FORMAL"));
        alone.remove("project");
        refused(story.as("applicant"), alone, 422, "item-needs-project");
    }

    @Test
    void landGoesToNoProjectOfAnotherPlaceOrEnterprise() {
        Story here = begun("用地电站");
        Story there = Story.begin(platform, "140502", "PT-GOV-ROAD", "邻区用地道路", "48");
        Caller officer = here.as("land-officer");
        String parcel =
                "/api/land/parcels/"
                        + Story.uuid(
                                officer.post(
                                        "/api/land/parcels",
                                        Map.of(
                                                "number",
                                                "140500001001GB" + PARCELS.incrementAndGet(),
                                                "areaSquareMetres",
                                                new BigDecimal("100.00"))),
                                "id");

        assertThat(land(officer, parcel, here.enterprise, UUID.randomUUID()))
                .isEqualTo("parcel-for-unknown-project");
        assertThat(land(officer, parcel, there.enterprise, there.project))
                .isEqualTo("parcel-for-project-elsewhere");
        assertThat(land(officer, parcel, there.enterprise, here.project))
                .isEqualTo("parcel-for-another-enterprise");
        assertThat(
                        officer.tryPost(parcel + "/reservation", Map.of("project", there.project))
                                .rule())
                .isEqualTo("parcel-for-project-elsewhere");
        platform.settle();
        assertThat(there.timeline())
                .noneMatch(entry -> entry.get("event").asString().startsWith("land."));
    }

    @Test
    void anUploadIsReadByItsOwnersAloneAndByOthersThroughTheMatterItBelongsTo() {
        Story story = begun("材料电站");
        UUID stray = story.as("applicant").upload("内部.pdf", Story.PAPER);
        for (String official : new String[] {"clerk", "approver-nr", "steward", "land-officer"}) {
            assertThat(story.as(official).tryGet("/api/files/" + stray + "/content").status())
                    .as(official)
                    .isEqualTo(404);
        }
        UUID application =
                Story.uuid(
                        story.as("applicant")
                                .post(
                                        APPLICATIONS,
                                        story.form(false, Map.of("SITE-PREEXAM", "FORMAL"))),
                        "id");
        String file =
                story.as("clerk")
                        .get(Story.application(application) + "/materials")
                        .get(0)
                        .get("file")
                        .asString();

        assertThat(story.as("clerk").tryGet("/api/files/" + file + "/content").status())
                .isEqualTo(404);
        assertThat(
                        story.as("clerk")
                                .tryGet(Story.application(application) + "/files/" + file)
                                .status())
                .isEqualTo(200);
        assertThat(
                        story.as("clerk")
                                .tryGet(Story.application(application) + "/files/" + stray)
                                .status())
                .isEqualTo(404);
    }

    private Story begun(String name) {
        return Story.begin(platform, "140500", "PT-PV-GROUND", name, "44");
    }

    private String land(Caller officer, String parcel, UUID enterprise, UUID project) {
        return officer.tryPost(
                        parcel + "/transfer",
                        Map.of(
                                "kind",
                                "ALLOCATION",
                                "enterprise",
                                enterprise,
                                "project",
                                project,
                                "signedOn",
                                platform.today(),
                                "documentNumber",
                                "划拨-2026-1"))
                .rule();
    }

    private static void refused(Caller caller, Map<String, Object> form, int status, String rule) {
        Caller.Answer answer = caller.tryPost(APPLICATIONS, form);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.rule()).isEqualTo(rule);
    }
}
