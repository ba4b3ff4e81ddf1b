package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.journey.Cast.Relation;
import org.xiangmuzhang.journey.Troupe.Reply;
import org.xiangmuzhang.journey.Turns.Turn;
import org.xiangmuzhang.kernel.Role;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Others' ids where one's own belong: in parameters, in cursors, in the fields of a right request,
 * under another's idempotency key. Nothing is done with them, and no byte that comes back tells
 * anything of what they stand for. Ids in paths are walked by {@link AuthorisationJourneyTests}.
 */
class ForeignIdsJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final Troupe TROUPE = Cast.troupe();
    private static final Told TOLD = Deeds.shared().told();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OUTSIDE = Cast.ELSEWHERE.toUpperCase(java.util.Locale.ROOT);

    /** Fields of a body that hold an id. */
    private static final Set<String> IDS =
            Set.of("enterprise", "project", "steward", "file", "proof", "document", "application");

    /** Changes whose body names things by their ids. */
    private static final List<String> NAMING =
            List.of(
                    "POST /api/intake/applications",
                    "POST /api/intake/applications/{id}/corrections",
                    "POST /api/intake/tasks/{id}/decision",
                    "POST /api/intake/tasks/{id}/pre-approval",
                    "POST /api/land/parcels/{id}/reservation",
                    "POST /api/land/parcels/{id}/transfer",
                    "POST /api/projects",
                    "POST /api/projects/{id}/external-decisions",
                    "POST /api/projects/{id}/external-decisions/{item}/correction",
                    "POST /api/projects/{id}/mandates",
                    "POST /api/projects/{id}/milestones",
                    "POST /api/projects/{id}/steward",
                    "POST /api/supervision/ratings");

    private final TableSums sums = new TableSums(PLATFORM.bean(JdbcClient.class));

    @Test
    void parametersAndCursorsOfOthersOpenNothing() {
        List<String> faults = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (Deed question : questions()) {
            if (seenByItsOwn(question)) {
                shown.add(question.route());
            }
            for (String login : outsiders()) {
                Reply reply = TROUPE.rehearse(question, login);
                TOLD.marks()
                        .in(reply, false)
                        .forEach(mark -> faults.add(login + " " + question.path() + ": " + mark));
                if (reply.status() >= 500) {
                    faults.add(login + " " + question.path() + ": " + reply.status());
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(shown)
                .as("questions that show the marks to those whose they are")
                .hasSizeGreaterThan(15);
    }

    @Test
    void idsOfOthersInARightRequestAreRefused() {
        Turns turns = new Turns(PLATFORM, OUTSIDE);
        List<String> faults = new ArrayList<>();
        int swapped = 0;
        for (String change : NAMING) {
            Turn turn = turns.next(change);
            PLATFORM.settle();
            JsonNode right = JSON.valueToTree(turn.body());
            Map<String, String> before = sums.standing();
            for (ObjectNode wrong : swapped(change, right)) {
                swapped++;
                Caller.Answer answer = turn.caller().tryPost(turn.path(), wrong);
                String what = change + " " + wrong;
                if (answer.status() < 400 || answer.status() >= 500) {
                    faults.add(what + " -> " + answer.status());
                }
                Reply reply =
                        new Reply(answer.status(), answer.body().toString(), answer.headers());
                TOLD.marks().in(reply, false).forEach(mark -> faults.add(what + " shows " + mark));
            }
            assertThat(sums.standing()).as("%s was refused", change).isEqualTo(before);
            Caller.Answer heard = turn.caller().tryPost(turn.path(), right);
            assertThat(heard.status())
                    .as("%s as it should be: %s", change, heard.body())
                    .isLessThan(300);
            PLATFORM.settle();
        }
        assertThat(faults).isEmpty();
        assertThat(swapped).isGreaterThan(15);
    }

    @Test
    void anAnswerKeptForOneIsGivenToNobodyElse() {
        Story story = TOLD.story();
        String key = UUID.randomUUID().toString();
        Map<String, Object> plan = Map.of("start", PLATFORM.today());
        Caller.Answer first = story.as("steward").tryPost(story.path("/plan"), plan, key, "*");
        assertThat(first.status()).as("%s", first.body()).isLessThan(300);
        Caller.Answer again = story.as("steward").tryPost(story.path("/plan"), plan, key, "*");
        assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
        assertThat(again.body()).isEqualTo(first.body());
        for (String login : outsiders()) {
            Caller.Answer other = PLATFORM.as(login).tryPost(story.path("/plan"), plan, key, "*");
            assertThat(other.status()).as(login).isIn(403, 404);
            assertThat(other.headers()).as(login).doesNotContainKey("Idempotency-Replayed");
            assertThat(other.body().path("rule").asString()).as(login).isNotEmpty();
        }
    }

    @Test
    void aVersionReadByAnotherIsNotConfirmed() {
        String path = TOLD.story().path("");
        String tag = Objects.requireNonNull(TOLD.story().as("steward").tryGet(path).etag());
        assertThat(tagged("steward-" + Cast.PLACE, path, tag)).isIn(200, 304);
        for (String login : outsiders()) {
            assertThat(tagged(login, path, tag)).as(login).isIn(403, 404);
        }
    }

    private static int tagged(String login, String path, String tag) {
        return PLATFORM.as(login).trySend("GET", path, null, Map.of("If-None-Match", tag)).status();
    }

    /** Whoever stands outside, once. */
    private static Set<String> outsiders() {
        Set<String> logins = new TreeSet<>();
        for (Role role : AuthorisationTable.ROLES) {
            for (Relation relation : Relation.values()) {
                String login = Cast.login(role, relation, "nr");
                if (login != null && Marks.isOutsider(role, relation)) {
                    logins.add(login);
                }
            }
        }
        return logins;
    }

    private static boolean seenByItsOwn(Deed question) {
        return Stream.of(
                        "applicant-",
                        "steward-",
                        "approver-nr-",
                        "clerk-",
                        "land-officer-",
                        "supervisor-")
                .map(role -> TROUPE.rehearse(question, role + Cast.PLACE))
                .anyMatch(reply -> reply.all().contains(Marks.TEXT));
    }

    /** Every list with parameters that point to the story, alone and together. */
    private static List<Deed> questions() {
        Story story = TOLD.story();
        String steward = story.as("steward").get("/api/me").get("person").get("id").asString();
        Map<String, List<String>> asked = new LinkedHashMap<>();
        String enterprise = "enterprise=" + story.enterprise;
        String project = "project=" + story.project;
        List<String> applications =
                List.of(enterprise, project, enterprise + "&" + project, "state=DELIVERED", "");
        asked.put("/api/intake/applications", applications);
        asked.put("/console/intake/applications", applications);
        List<String> tasks =
                List.of("department=NR", "department=NR&state=APPROVED", "state=APPROVED");
        asked.put("/api/intake/tasks", tasks);
        asked.put("/console/intake/tasks", tasks);
        List<String> board =
                List.of(
                        "",
                        "region=140502",
                        "region=140500",
                        "region=000000",
                        "steward=" + steward,
                        "light=GREEN");
        asked.put("/api/projects", board);
        asked.put(
                "/console/projects",
                List.of("", "mine=1", "light=GREEN", "region=140502", "steward=" + steward));
        asked.put(
                "/console/intake/applications/new",
                List.of(
                        project,
                        project + "&item=SITE-PREEXAM",
                        "project=NONE&item=SITE-PREEXAM&choose=1"));
        asked.put("/api/land/parcels", List.of("", "state=LISTED", "state=PREPARED", "limit=200"));
        asked.put("/console/land/parcels", List.of("", "state=LISTED", "state=PREPARED"));
        asked.put("/api/supervision/alerts", List.of("", "light=RED", "light=YELLOW", "limit=200"));
        asked.put("/console/supervision/warnings", List.of("", "light=RED"));
        asked.put("/api/supervision/ratings", List.of("", "limit=200"));
        asked.put("/console/supervision/ratings", List.of(""));
        asked.put("/api/operations/parked-events", List.of(""));
        asked.put("/console", List.of(""));
        asked.put("/api/catalog/conflicts", List.of("region=140502"));
        List<Deed> questions = new ArrayList<>();
        asked.forEach(
                (path, all) ->
                        all.forEach(
                                query ->
                                        questions.add(
                                                Deed.get(
                                                        "GET "
                                                                + path
                                                                + (query.isEmpty()
                                                                        ? ""
                                                                        : "?" + query),
                                                        path
                                                                + (query.isEmpty()
                                                                        ? ""
                                                                        : "?" + query)))));
        cursors(story, steward).forEach(path -> questions.add(Deed.get("GET " + path, path)));
        return questions;
    }

    /** The next pages of those who may read, asked for by those who may not. */
    private static List<String> cursors(Story story, String steward) {
        List<String> paths = new ArrayList<>();
        for (String list :
                List.of(
                        "steward /api/projects?limit=1&steward=" + steward,
                        "clerk /api/intake/applications?limit=1",
                        "approver-nr /api/intake/tasks?limit=1",
                        "land-officer /api/land/parcels?limit=1",
                        "supervisor /api/supervision/ratings?limit=1",
                        "steward " + story.path("/timeline?limit=1"))) {
            String[] parts = list.split(" ");
            JsonNode next = story.as(parts[0]).get(parts[1]).path("next");
            if (!next.isNull()) {
                paths.add(parts[1].replace("limit=1", "limit=200") + "&after=" + next.asString());
            }
        }
        return paths;
    }

    /** The body with one id after the other replaced by one of the story's. */
    private static List<ObjectNode> swapped(String change, JsonNode right) {
        List<ObjectNode> wrong = new ArrayList<>();
        for (String field : right.propertyNames()) {
            JsonNode value = right.get(field);
            if (change.equals("POST /api/projects") && field.equals("enterprise")) {
                continue; // whoever comes to invest may come from anywhere
            }
            if (IDS.contains(field)) {
                wrong.add(((ObjectNode) right.deepCopy()).put(field, foreign(field)));
            } else if (value instanceof ArrayNode many && many.path(0).has("file")) {
                ObjectNode copy = (ObjectNode) right.deepCopy();
                ((ObjectNode) copy.get(field).get(0)).put("file", foreign("file"));
                wrong.add(copy);
            } else if (field.equals("waiver")) {
                for (String promise : List.of("ownerPromise", "designPromise")) {
                    ObjectNode copy = (ObjectNode) right.deepCopy();
                    ((ObjectNode) copy.get(field)).put(promise, foreign("file"));
                    wrong.add(copy);
                }
            }
        }
        return wrong;
    }

    private static String foreign(String field) {
        Story story = TOLD.story();
        return switch (field) {
            case "enterprise" -> story.enterprise.toString();
            case "project" -> story.project.toString();
            case "steward" -> story.as("steward").get("/api/me").get("person").get("id").asString();
            case "application" -> TOLD.application();
            default -> story.paper().toString();
        };
    }
}
