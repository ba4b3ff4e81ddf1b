package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.journey.Cast.Relation;
import org.xiangmuzhang.journey.Troupe.Reply;
import org.xiangmuzhang.kernel.Role;

import tools.jackson.databind.JsonNode;

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
 * Others' ids in lists with their parameters, in cursors, under another's idempotency key and
 * entity tag. No byte that comes back tells anything of what they stand for. Ids in every field of
 * every request are walked by {@link ForeignFieldsJourneyTests}.
 */
class ForeignIdsJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final Troupe TROUPE = Cast.troupe();
    private static final Told TOLD = Deeds.shared().told();

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
        asked.put("/api/operations/parked-events/acts", List.of(""));
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
}
