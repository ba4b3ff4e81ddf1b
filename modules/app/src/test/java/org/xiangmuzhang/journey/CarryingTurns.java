package org.xiangmuzhang.journey;

import org.xiangmuzhang.journey.Turns.Turn;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Calls about who carries a project, what is written down of it, and its end. */
final class CarryingTurns {

    private static final String ITEM = "SITE-PREEXAM";

    private final Platform platform;
    private final String region;
    private final Turns turns;

    CarryingTurns(Platform platform, String region, Turns turns) {
        this.platform = platform;
        this.region = region;
        this.turns = turns;
    }

    Map<String, Supplier<Turn>> all() {
        String project = "POST /api/projects/{id}";
        return Map.of(
                project + "/team", this::joining,
                project + "/team/{person}/departure", this::departure,
                project + "/service", this::service,
                project + "/handover/signature", this::signature,
                project + "/diary", this::diary,
                project + "/take-over", this::takeOver,
                project + "/closing", this::closing);
    }

    private Turn joining() {
        Story story = turns.begun();
        return new Turn(story.as("steward"), story.path("/team"), member(member()));
    }

    private Map<String, Object> member(String login) {
        return Map.of(
                "login", login,
                "part", "MEMBER",
                "phases", List.of("BUILDING"),
                "items", List.of(ITEM),
                "on", platform.today());
    }

    private String member() {
        return Newcomers.clerk(platform, region);
    }

    private Turn departure() {
        Story story = turns.begun();
        String login = member();
        story.as("steward").post(story.path("/team"), member(login));
        platform.settle();
        UUID person = platform.bean(People.class).byLogin(login).orElseThrow().id();
        return new Turn(
                story.as("steward"),
                story.path("/team/" + person + "/departure"),
                Map.of("on", platform.today()));
    }

    private Turn service() {
        Story story = turns.begun();
        return new Turn(
                story.as("steward"),
                story.path("/service"),
                Map.of(
                        "kind", "WHOLE",
                        "way", "BACKSTOP",
                        "helper", member(),
                        "reason", "重点项目"));
    }

    /** Passed to a colleague and back. */
    private Turn signature() {
        Story story = turns.begun();
        Caller steward = story.as("steward");
        String own = steward.get("/api/me").get("person").get("id").asString();
        People people = platform.bean(People.class);
        UUID colleague = UUID.randomUUID();
        people.add(new Person(colleague, "colleague-" + colleague, "同事", null), null);
        people.assign(
                new Post(
                        UUID.randomUUID(),
                        colleague,
                        Role.STEWARD,
                        new Region(region),
                        null,
                        null,
                        null,
                        platform.today(),
                        null));
        for (Object next : List.of(colleague, own)) {
            story.as("leader")
                    .post(story.path("/steward"), Map.of("steward", next, "reason", "轮岗"));
        }
        platform.settle();
        return new Turn(
                steward,
                story.path("/handover/signature"),
                Map.of(
                        "handover",
                        steward.get(story.path("/team")).get("handover").get("id").asString(),
                        "version",
                        2));
    }

    private Turn takeOver() {
        Story story = turns.begun();
        UUID sheet = story.as("steward").upload("take-over.csv", Story.SHEET);
        return new Turn(
                story.as("steward"), story.path("/take-over"), Map.of("file", sheet, "dry", false));
    }

    private Turn diary() {
        Story story = turns.begun();
        return new Turn(
                story.as("steward"),
                story.path("/diary"),
                Map.of(
                        "kind",
                        "EARLY",
                        "place",
                        "SITE",
                        "item",
                        ITEM,
                        "condition",
                        true,
                        "on",
                        platform.today(),
                        "text",
                        "先办压覆矿产查询"));
    }

    private Turn closing() {
        Story story = turns.begun();
        return new Turn(
                story.as("steward"),
                story.path("/closing"),
                Map.of("outcome", "ABANDONED", "received", List.of(), "reason", "企业另行选址"));
    }
}
