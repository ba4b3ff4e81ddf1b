package org.xiangmuzhang.journey;

import org.xiangmuzhang.journey.Turns.Turn;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Calls about what is owed, promised, or was turned away. */
final class ObligationTurns {

    private static final String ITEM = "SITE-PREEXAM";

    /** The only paper of the item that may come later and that the office does not fetch. */
    private static final String LATER = "MAT-057";

    private final Turns turns;

    ObligationTurns(Turns turns) {
        this.turns = turns;
    }

    void addTo(Map<String, Supplier<Turn>> all) {
        String obligation = "POST /api/intake/obligations/{id}";
        all.put(
                obligation + "/arrival",
                () -> {
                    Story story = turns.entrusted();
                    return new Turn(
                            story.as("applicant"),
                            path(story, owing(story)) + "/arrival",
                            Map.of("file", story.paper()));
                });
        all.put(
                obligation + "/verification",
                () -> {
                    Story story = turns.entrusted();
                    return new Turn(
                            story.as("approver-nr"),
                            path(story, reviewed(story)) + "/verification",
                            Map.of("kept", true, "remark", "现场核查"));
                });
        all.put(
                obligation + "/settlement",
                () -> {
                    Story story = turns.entrusted();
                    String path = path(story, reviewed(story));
                    Caller approver = story.as("approver-nr");
                    approver.post(path + "/verification", Map.of("kept", false, "remark", "现场核查"));
                    return new Turn(
                            approver,
                            path + "/settlement",
                            Map.of("outcome", "UPHELD", "reason", "已经改正"));
                });
        all.put(
                "POST /api/supervision/promises/{id}/breaches",
                () -> {
                    Story story = turns.entrusted();
                    return new Turn(
                            story.as("supervisor"),
                            "/api/supervision/promises/" + of(story, reviewed(story)) + "/breaches",
                            Map.of("source", "INSPECTION"));
                });
        String help = "/api/supervision/help-cases/";
        all.put(
                "POST " + help + "{id}/owner",
                () -> {
                    Story story = turns.entrusted();
                    return new Turn(story.as("supervisor"), help + refused(story) + "/owner", null);
                });
        all.put(
                "POST " + help + "{id}/settlement",
                () -> {
                    Story story = turns.entrusted();
                    String path = help + refused(story);
                    story.as("supervisor").post(path + "/owner", Map.of());
                    return new Turn(
                            story.as("supervisor"),
                            path + "/settlement",
                            Map.of("way", "EXPLAINED"));
                });
    }

    /** An application that is approved on the promise that stands for its review. */
    static UUID reviewed(Story story) {
        UUID application = story.accept(story.submit(true, Map.of(ITEM, "FORMAL")));
        story.approve(application, ITEM);
        story.platform.settle();
        return application;
    }

    /** An application that is accepted with an owed material. */
    static UUID owing(Story story) {
        Map<String, Object> form = story.form(false, Map.of(ITEM, "FORMAL"));
        if (form.get("materials") instanceof List<?> whole) {
            form.put(
                    "materials",
                    whole.stream().filter(one -> !one.toString().contains(LATER)).toList());
        }
        JsonNode received = story.as("steward").post("/api/intake/applications", form);
        UUID application = UUID.fromString(received.get("id").asString());
        story.as("clerk")
                .post(
                        Story.application(application) + "/acceptance",
                        Map.of("owed", List.of(LATER)));
        story.platform.settle();
        return application;
    }

    static UUID refused(Turns turns) {
        return refused(turns.entrusted());
    }

    /** An application that the window turned away. */
    static UUID refused(Story story) {
        UUID application = story.submit(false, Map.of(ITEM, "FORMAL"));
        story.platform.settle();
        story.as("clerk")
                .post(
                        Story.application(application) + "/refusal",
                        Map.of("ground", "REFUSED", "reason", Marks.text(story)));
        story.platform.settle();
        return application;
    }

    private static String path(Story story, UUID application) {
        return "/api/intake/obligations/" + of(story, application);
    }

    /** The obligation that an application left behind. */
    static String of(Story story, UUID application) {
        JsonNode page = story.as("clerk").get("/api/intake/obligations?limit=200");
        while (true) {
            for (JsonNode one : page.get("items")) {
                if (one.get("application").asString().equals(application.toString())) {
                    return one.get("id").asString();
                }
            }
            page =
                    story.as("clerk")
                            .get(
                                    "/api/intake/obligations?limit=200&after="
                                            + page.get("next").asString());
        }
    }
}
