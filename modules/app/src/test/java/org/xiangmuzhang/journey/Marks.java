package org.xiangmuzhang.journey;

import org.xiangmuzhang.journey.Cast.Relation;
import org.xiangmuzhang.journey.Troupe.Reply;
import org.xiangmuzhang.kernel.Role;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands in the names, texts and numbers of one enterprise's things, and nowhere else.
 *
 * @param things in what is written about its things
 * @param people who they are: the enterprise, its applicant and its steward
 */
record Marks(List<String> things, List<String> people) {

    /** In every name and text that a story could choose; it needs no escaping anywhere. */
    static final String TEXT = "ZQ7MARK";

    /** In every document number, which may stand in the log. */
    static final String NUMBER = "ZQ8NUMBER";

    /** Who sees a thing below its own region. */
    private static final Set<Role> LOOKING_DOWN =
            Set.of(
                    Role.STEWARD,
                    Role.HEAD,
                    Role.SUPERVISOR,
                    Role.LEADER,
                    Role.ADMINISTRATOR,
                    Role.SECURITY_ADMINISTRATOR,
                    Role.AUDITOR);

    static Marks of(Story story, JsonNode parcel) {
        JsonNode project = story.as("steward").get(story.path(""));
        return new Marks(
                List.of(TEXT, NUMBER, text(project, "code"), text(parcel, "number")),
                List.of(
                        text(project, "enterpriseName"),
                        text(project, "stewardName"),
                        text(story.as("applicant").get("/api/me").get("person"), "name")));
    }

    /** What somebody writes about the story's project; the mark belongs to one place alone. */
    static String text(Story story) {
        return story.region.equals(Cast.PLACE) ? TEXT : "别处写的";
    }

    private static String text(JsonNode node, String field) {
        String text = node.get(field).asString();
        if (text.length() < 2) {
            throw new AssertionError("No mark in " + field + " of " + node);
        }
        return text;
    }

    /** Whether somebody may see nothing of it, wherever it looks. */
    static boolean isOutsider(Role role, Relation relation) {
        return switch (role) {
            case APPLICANT -> relation != Relation.OWN;
            case INTERMEDIARY, CATALOG_EDITOR -> true;
            default ->
                    relation == Relation.ELSEWHERE
                            || relation == Relation.ABOVE && !LOOKING_DOWN.contains(role);
        };
    }

    /** The marks that came back, of things alone where the people are the caller's own. */
    List<String> in(Reply reply, boolean ofThingsAlone) {
        String all = reply.all();
        return Stream.concat(things.stream(), ofThingsAlone ? Stream.empty() : people.stream())
                .filter(all::contains)
                .toList();
    }
}
