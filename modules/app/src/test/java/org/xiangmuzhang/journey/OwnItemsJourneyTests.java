package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A place's own item from its draft to the decision on an application for it. */
class OwnItemsJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String REGION = "140500";

    private final Caller first = PLATFORM.as("catalog-editor");
    private final Caller second = PLATFORM.as("catalog-editor-000000");
    private final Caller applicant = PLATFORM.as("applicant-140500");
    private final Caller clerk = PLATFORM.as("clerk-140500");

    @Test
    void anApplicationKeepsTheVersionItWasMadeUnderWhenTheItemChangesAndGoes() {
        String code = "140500OWN001";
        publish(code, fields("10"));
        String version = item(code).at("/item/version").asString();
        UUID running = submit(code);
        JsonNode task = task(running);
        assertThat(task.get("itemVersion").asString()).isEqualTo(version);

        publish(code, fields("3"));
        assertThat(item(code).at("/item/promised/days").asInt()).isEqualTo(3);
        JsonNode matter = first.get(path(code) + "?region=" + REGION);
        assertThat(matter.get("versions")).hasSize(2);
        publish(code, Map.of("withdrawn", true));

        Caller.Answer late = applicant.tryPost("/api/intake/applications", form(code, "M01"));
        assertThat(late.status() + " " + late.rule()).isEqualTo("422 item-not-listed");

        clerk.post(Story.application(running) + "/acceptance", Map.of());
        PLATFORM.settle();
        JsonNode accepted = task(running);
        assertThat(accepted.get("itemVersion").asString()).isEqualTo(version);
        assertThat(accepted.get("promisedDue").asString())
                .isEqualTo(
                        clerk.get("/api/catalog/working-days?days=10&from=" + PLATFORM.today())
                                .get("date")
                                .asString());
        PLATFORM.as("approver-nr-140500")
                .post(
                        Story.task(accepted) + "/decision",
                        Map.of(
                                "outcome", "APPROVED",
                                "documentNumber", "本级〔2026〕1号",
                                "reason", "同意"));
        PLATFORM.settle();
        assertThat(task(running).get("state").asString()).isEqualTo("APPROVED");
    }

    @Test
    void aRunningMatterOfAWithdrawnItemGoesToTheRightProjectUnderItsVersion() {
        String code = "140500OWN004";
        publish(code, fields("10"));
        Story wrong = project("错记的项目");
        Story right = project("应记的项目");
        UUID running = wrong.accept(wrong.submit(false, Map.of(code, "FORMAL")));
        JsonNode before = task(running);
        publish(code, Map.of("withdrawn", true));

        clerk.post(
                Story.application(running) + "/rectifications",
                Map.of(
                        "project",
                        right.as("steward").get(right.path("")).get("code").asString(),
                        "reason",
                        "窗口录入有误"));
        PLATFORM.settle();

        assertThat(clerk.get(Story.application(running)).get("project").asString())
                .isEqualTo(right.project.toString());
        assertThat(task(running)).isEqualTo(before);
        JsonNode sheet = PLATFORM.as("approver-nr-140500").get(Story.task(before));
        assertThat(sheet.get("itemName").asString()).isEqualTo("城市道路临时占用备案");
        assertThat(sheet.at("/materials/0/name").asString()).isEqualTo("申请书");
    }

    private static Story project(String name) {
        Story story = Story.begin(PLATFORM, REGION, "PT-PV-GROUND", name, "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        return story;
    }

    @Test
    void saysBeforehandWhatAChangeTouches() {
        String code = "140500OWN002";
        publish(code, fields("10"));
        UUID running = submit(code);
        clerk.post(Story.application(running) + "/acceptance", Map.of());
        PLATFORM.settle();

        Caller.Answer drafted =
                first.tryPost(
                        path(code) + "/draft?region=" + REGION,
                        body(fields("7")),
                        UUID.randomUUID().toString(),
                        "\"0\"");

        assertThat(drafted.status()).isEqualTo(200);
        assertThat(drafted.body().get("touched"))
                .anySatisfy(
                        line -> {
                            assertThat(line.get("sentence").asString())
                                    .isEqualTo("intake.touched.running");
                            assertThat(line.get("count").asInt()).isEqualTo(1);
                        });
        assertThat(drafted.body().at("/changes/0/sentence").asString())
                .isEqualTo("承诺时限 10 → 7 个工作日");
    }

    @Test
    void aDepartmentWithOpenTasksIsNotClosed() throws IOException {
        String code = "140500OWN003";
        String departments = departments();
        first.importTable("departments", departments + "CLOSING,拟撤部门,To be closed,\n", second);
        Map<String, Object> fields = fields("10");
        fields.put("department", "CLOSING");
        publish(code, fields);
        UUID running = submit(code);
        clerk.post(Story.application(running) + "/acceptance", Map.of());
        publish(code, Map.of("withdrawn", true));

        Caller.Answer refused = closing(departments);
        assertThat(refused.status() + " " + refused.rule()).isEqualTo("409 department-in-use");
        assertThat(refused.body().get("detail").asString()).contains("1 件未办结");

        applicant.post(Story.application(running) + "/withdrawal", Map.of("reason", "不办了"));
        PLATFORM.settle();
        assertThat(closing(departments).status()).isEqualTo(201);
        second.post(
                "/api/catalog/imports/proposal/decision",
                Map.of("outcome", "APPROVED", "reason", "同意"));
    }

    private Caller.Answer closing(String departments) {
        return first.trySend(
                "POST",
                "/api/catalog/imports/departments?reason=x",
                departments.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "Content-Type",
                        "text/csv",
                        "Accept-Language",
                        "zh-CN",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
    }

    private static String departments() throws IOException {
        try (InputStream shipped =
                Objects.requireNonNull(
                        OwnItemsJourneyTests.class.getResourceAsStream(
                                "/org/xiangmuzhang/catalog/template/departments.csv"))) {
            return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private JsonNode item(String code) {
        return clerk.get("/api/catalog/items/" + code + "?region=" + REGION);
    }

    private UUID submit(String code) {
        JsonNode submitted = applicant.post("/api/intake/applications", form(code, "M01"));
        PLATFORM.settle();
        return UUID.fromString(submitted.get("id").asString());
    }

    private Map<String, Object> form(String code, String material) {
        UUID paper = applicant.upload("申请书.pdf", Story.PAPER);
        return Map.of(
                "items",
                List.of(Map.of("code", code, "mode", "FORMAL")),
                "materials",
                List.of(Map.of("material", code + "-" + material, "file", paper)));
    }

    private JsonNode task(UUID application) {
        return clerk.get(Story.application(application)).get("tasks").get(0);
    }

    private static String path(String code) {
        return "/api/catalog/own-items/" + code;
    }

    private static Map<String, Object> fields(String days) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("level", "MAIN");
        fields.put("name_zh", "城市道路临时占用备案");
        fields.put("stage", "CROSS_STAGE");
        fields.put("kind", "FILING");
        fields.put("basis", "《城市道路管理条例》第三十一条");
        fields.put("department", "NR");
        fields.put("promised_days", days);
        fields.put("promised_unit", "WD");
        fields.put("commitment", "no");
        fields.put("deficiency_tolerant", "no");
        fields.put("simulatable", "no");
        fields.put("result", "备案回执");
        return fields;
    }

    private static Map<String, Object> body(Map<String, Object> fields) {
        if (fields.containsKey("withdrawn")) {
            return fields;
        }
        Map<String, Object> material = new LinkedHashMap<>();
        material.put("material_number", "01");
        material.put("material_name_zh", "申请书");
        material.put("material_form", "ELECTRONIC");
        material.put("material_source", "APPLICANT");
        material.put("material_required", "yes");
        material.put("material_deferrable", "no");
        material.put("material_reusable", "no");
        return Map.of("fields", fields, "materials", new ArrayList<>(List.of(material)));
    }

    private void publish(String code, Map<String, Object> fields) {
        done(first, path(code) + "/draft", body(fields), "\"0\"");
        done(
                first,
                path(code) + "/draft/review",
                Map.of("from", PLATFORM.today().toString(), "reason", "试"),
                "\"1\"");
        done(
                second,
                path(code) + "/draft/review/decision",
                Map.of("outcome", "APPROVED", "reason", "同意"),
                "\"2\"");
        PLATFORM.settle();
    }

    private static void done(Caller by, String path, Object body, String seen) {
        Caller.Answer answer =
                by.tryPost(path + "?region=" + REGION, body, UUID.randomUUID().toString(), seen);
        assertThat(answer.status()).as("%s", answer.body()).isLessThan(300);
    }
}
