package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.journey.Turns.Turn;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What rules found, the sample of their decisions, and forms that are not submitted yet. */
final class CheckTurns {

    static final String DRAFTS = "/api/intake/drafts";
    static final String DECISIONS = "/api/intake/rule-decisions";

    private static final String ITEM = "SITE-PREEXAM";

    private final Turns turns;

    CheckTurns(Turns turns) {
        this.turns = turns;
    }

    void addTo(Map<String, Supplier<Turn>> all) {
        all.put(
                "POST /api/intake/checks",
                () -> {
                    Story story = turns.entrusted();
                    Map<String, Object> form = story.form(false, Map.of(ITEM, "FORMAL"));
                    form.put("region", story.region);
                    return new Turn(story.as("steward"), "/api/intake/checks", form);
                });
        all.put(
                "POST " + DRAFTS,
                () -> {
                    Story story = turns.entrusted();
                    return new Turn(story.as("steward"), DRAFTS, beginning(story));
                });
        all.put(
                "POST " + DRAFTS + "/{id}/answers",
                () -> {
                    Story story = turns.entrusted();
                    Map<String, Object> written = new LinkedHashMap<>();
                    written.put("answers", Map.of());
                    written.put("confirmed", List.of());
                    written.put(
                            "materials",
                            story.form(false, Map.of(ITEM, "FORMAL")).get("materials"));
                    written.put("reuse", List.of());
                    return new Turn(story.as("steward"), begun(story) + "/answers", written);
                });
        for (String act : List.of("/submission", "/removal")) {
            all.put(
                    "POST " + DRAFTS + "/{id}" + act,
                    () -> {
                        Story story = turns.entrusted();
                        return new Turn(story.as("steward"), begun(story) + act, null);
                    });
        }
        all.put(
                "POST " + DECISIONS + "/{id}/review",
                () -> {
                    Story story = turns.entrusted();
                    JsonNode task = story.task(Turns.decided(story), ITEM);
                    decidedByRules(story.platform, UUID.fromString(task.get("id").asString()));
                    return new Turn(
                            story.approver(task),
                            DECISIONS + "/" + task.get("id").asString() + "/review",
                            Map.of("right", true, "reason", "核对无误"));
                });
    }

    private static Map<String, Object> beginning(Story story) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("region", story.region);
        wanted.put("enterprise", story.enterprise);
        wanted.put("project", story.project);
        wanted.put("items", List.of(Map.of("code", ITEM, "mode", "FORMAL")));
        return wanted;
    }

    /** The path of a draft of the story's project. */
    static String begun(Story story) {
        return DRAFTS + "/" + Story.uuid(story.as("steward").post(DRAFTS, beginning(story)), "id");
    }

    /** As if rules of the place had looked at the item and decided on it. */
    static void decidedByRules(Platform platform, UUID task) {
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        UUID run = UUID.randomUUID();
        for (String statement :
                List.of(
                        "update intake.check_run set latest = false where application ="
                                + " (select application from intake.task where id = :task)",
                        "insert into intake.check_run (id, application, region, checked_at,"
                                + " set_version, answers) select :run, application, region, now(),"
                                + " 0, '{}' from intake.task where id = :task",
                        "insert into intake.check_item (run, region, task, item_code, department,"
                                + " depth) select :run, region, id, item_code, department, 'FULL'"
                                + " from intake.task where id = :task",
                        "insert into intake.finding (run, region, application, task, seq,"
                                + " item_code, department, rule, kind, subject, against, passed,"
                                + " reason_zh, reason_en, set_version, person, judged_on)"
                                + " select :run, region, application, id, 1, item_code, department,"
                                + " 'R-FORM', 'HANDED_IN', 'MAT', '-', false, '缺少申请表',"
                                + " 'The form is missing', 0, true, current_date"
                                + " from intake.task where id = :task",
                        "insert into intake.rule_decision (task, application, region, item_code,"
                                + " department, run, decided_on, sampled) select id, application,"
                                + " region, item_code, department, :run, current_date, true"
                                + " from intake.task where id = :task",
                        "insert into intake.filled_form (application, region, fields, prefilled)"
                                + " select application, region, 4, 2"
                                + " from intake.task where id = :task")) {
            jdbc.sql(statement).param("run", run).param("task", task).update();
        }
    }
}
