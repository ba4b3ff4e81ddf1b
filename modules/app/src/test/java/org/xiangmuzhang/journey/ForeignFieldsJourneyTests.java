package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xiangmuzhang.journey.IdFields.IdField;
import org.xiangmuzhang.journey.Troupe.Reply;
import org.xiangmuzhang.journey.Turns.Turn;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every id and code of one enterprise's things, put by somebody of another place into every field
 * that can take an id: in the paths, parameters and bodies that the API document names, in the
 * parameters of every page, in the fields of every form. Whatever comes back tells nothing of them,
 * not in a header either; what was sent is refused, and nothing has changed.
 */
class ForeignFieldsJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final Troupe TROUPE = Cast.troupe();
    private static final Deeds DEEDS = Deeds.shared();
    private static final ForeignThings FOREIGN = ForeignThings.of(DEEDS.told());
    private static final String OUTSIDE = Cast.ELSEWHERE.toUpperCase(Locale.ROOT);
    private static final JsonNode DOCUMENT = PLATFORM.as("auditor").get("/api/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whom an administrator of any place proposes by the login, he must know. */
    private static final String PROPOSING = "POST /api/parties/proposals body /login";

    /**
     * An investor is called by its public name wherever it registers a project, and where the
     * window types its code from the licence.
     */
    private static final String INVESTING =
            "POST /api/(projects|parties/enterprises) body /(enterprise|socialCreditCode) .*";

    /** Those who ask. */
    private static final boolean FULL = Boolean.getBoolean("xiangmuzhang.full");

    private static final List<String> OUTSIDERS =
            Stream.of("applicant", "steward", "approver-nr", "supervisor", "cast-administrator")
                    .map(role -> role + "-" + Cast.ELSEWHERE)
                    .toList();

    /** Heard, and undone here; what comes back tells nothing all the same. */
    private static final Set<String> OPEN =
            Set.of(
                    // whoever comes to invest may come from anywhere
                    "POST /api/projects body /enterprise",
                    "POST /api/projects body /socialCreditCode",
                    "POST /console/projects socialCreditCode",
                    "POST /api/parties/enterprises body /socialCreditCode",
                    // what is new may be called by any id that nothing of its kind has
                    "POST /api/projects body /id",
                    "POST /api/projects/{id}/mandates body /id",
                    "POST /api/intake/applications body /id",
                    "POST /api/intake/checks body /id",
                    // who is new may have any login
                    "POST /api/parties/agents body /login",
                    PROPOSING,
                    // the editor and the administrator of the whole country reach every place
                    "POST /api/catalog/own-item-imports body /region",
                    "POST /api/catalog/own-items/{code}/draft path code",
                    "POST /api/catalog/own-items/{code}/draft query region",
                    "POST /api/catalog/own-items/{code}/draft/removal path code",
                    "POST /api/parties/departments/changes body /region",
                    "POST /api/parties/departments/imports query region",
                    "POST /api/parties/mergers body /dissolved",
                    "POST /api/parties/mergers body /kept",
                    // what is opened names no department
                    "POST /api/parties/departments/changes body /department",
                    "POST /api/parties/departments/changes body /into",
                    // not among the fields of the form
                    "POST /console/projects enterprise",
                    "POST /console/land/parcels/{id}/transfer enterprise",
                    "POST /console/intake/applications enterprise",
                    "POST /console/intake/drafts enterprise",
                    "POST /console/intake/tasks/{id}/decision document",
                    "POST /console/intake/tasks/{id}/pre-approval document");

    /** What has no id to be tried, or would send the whole platform to another day. */
    private static final Set<String> OTHERS =
            Set.of(
                    "POST /api/practice-clock",
                    "POST /api/catalog/imports",
                    // sent by another method than turns are
                    "PUT /api/catalog/guides/{code}/draft");

    private final TableSums sums = new TableSums(PLATFORM.bean(JdbcClient.class));

    @Test
    void changesWithIdsOfOthersAreRefusedAndChangeNothing() {
        Turns turns = new Turns(PLATFORM, OUTSIDE);
        Map<String, String> seen = FOREIGN.seen();
        List<String> faults = new ArrayList<>();
        int tried = 0;
        for (String change : Routes.documented(DOCUMENT)) {
            List<IdField> fields = IdFields.of(DOCUMENT, change);
            if (change.startsWith("GET ")
                    || fields.isEmpty()
                    || OTHERS.contains(change)
                    || !turns.knows(change)) {
                continue;
            }
            Turn turn = turns.next(change);
            PLATFORM.settle();
            Map<String, String> before = sums.writtenStanding();
            for (IdField field : fields) {
                for (String foreign : some(change + field, FOREIGN.fitting(field.uuid()))) {
                    Turn wrong = with(change, turn, field, foreign);
                    if (wrong == null) {
                        continue;
                    }
                    tried++;
                    boolean open = OPEN.contains(change + " " + field);
                    judge(
                            change + " " + field + " = " + foreign,
                            send(wrong, open),
                            open,
                            foreign,
                            faults);
                }
            }
            PLATFORM.settle();
            differences(before, sums.writtenStanding())
                    .forEach(it -> faults.add(change + ": " + it));
            Reply heard = send(turn, true);
            if (heard.status() >= 300) {
                faults.add(change + " as it should be: " + heard.status() + " " + heard.body());
            }
        }
        assertThat(faults).isEmpty();
        assertThat(FOREIGN.seen()).isEqualTo(seen);
        assertThat(tried).isGreaterThan(FULL ? 1000 : 300);
    }

    @Test
    void formsWithIdsOfOthersAreRefusedAndChangeNothing() {
        Turns turns = new Turns(PLATFORM, OUTSIDE);
        Map<String, String> seen = FOREIGN.seen();
        Caller steward = PLATFORM.as("steward-" + Cast.ELSEWHERE);
        String own =
                PLATFORM.as("applicant-" + Cast.ELSEWHERE)
                        .get("/api/parties/enterprises")
                        .at("/items/0/code")
                        .asString();
        List<String> faults = new ArrayList<>();
        int tried = 0;
        for (Map.Entry<String, ConsoleForm> one : ConsoleForm.all().entrySet()) {
            String route = one.getKey();
            ConsoleForm form = one.getValue();
            Turn turn = turns.next(form.change());
            PLATFORM.settle();
            String path =
                    Deeds.filled(
                            Deeds.path(route), Deeds.ids(Deeds.path(form.change()), turn.path()));
            Map<String, String> right = form.typed(turn, steward, own);
            Map<String, String> before = sums.writtenStanding();
            for (Map.Entry<String, String> field : right.entrySet()) {
                boolean uuid = isUuid(field.getValue());
                if (field.getKey().equals("key")
                        || !uuid && !field.getKey().matches(".*[cC]ode|project|number")) {
                    continue;
                }
                for (String foreign : some(route + field.getKey(), FOREIGN.fitting(uuid))) {
                    Map<String, String> typed = new LinkedHashMap<>(right);
                    typed.put(field.getKey(), foreign);
                    tried++;
                    boolean open = OPEN.contains(route + " " + field.getKey());
                    judge(
                            route + " " + field.getKey() + " = " + foreign,
                            typed(turn, path, typed, open),
                            open,
                            foreign,
                            faults);
                }
            }
            PLATFORM.settle();
            differences(before, sums.writtenStanding())
                    .forEach(it -> faults.add(route + ": " + it));
            Reply heard = typed(turn, path, right, true);
            if (heard.status() >= 400) {
                faults.add(
                        route + " as it should be: " + heard.status() + " " + Outcome.words(heard));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(FOREIGN.seen()).isEqualTo(seen);
        assertThat(tried).isGreaterThan(FULL ? 200 : 60);
    }

    /** Lists, sheets, exports, files, searches, and every page with every parameter it takes. */
    @Test
    void questionsWithIdsOfOthersTellNothing() {
        Map<String, List<Parameter>> parameters = parameters();
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        TwoAtOnce.forEach(
                Routes.of(PLATFORM).stream()
                        .filter(route -> route.matches("GET /(api|console)(/.*)?"))
                        .toList(),
                route -> {
                    String right = DEEDS.of(route).path();
                    List<String> questions = new ArrayList<>(List.of(right));
                    some(route, FOREIGN.fitting(false))
                            .forEach(id -> questions.add(everywhere(route, id)));
                    for (Parameter one : parameters.getOrDefault(route, List.of())) {
                        boolean uuid = one.getType() == UUID.class;
                        some(
                                        route + one.getName(),
                                        (uuid ? FOREIGN.uuids() : FOREIGN.codes()).values())
                                .forEach(id -> questions.add(added(right, one.getName(), id)));
                    }
                    int turn = 0;
                    for (String question : new LinkedHashSet<>(questions)) {
                        for (String login : outsiders(question.equals(right), turn++)) {
                            Reply reply = TROUPE.rehearse(Deed.get(route, question), login);
                            asked.add(question);
                            answered(login + " " + question, question, right, reply, faults);
                        }
                    }
                });
        assertThat(faults).isEmpty();
        assertThat(asked).hasSizeGreaterThan(FULL ? 5000 : 500);
    }

    /** Every fourth, beginning at another one for every place; with -Pfull all of them. */
    private static List<String> some(String place, Collection<String> foreign) {
        int begin = Math.floorMod(place.hashCode(), 4);
        List<String> all = List.copyOf(foreign);
        return FULL
                ? all
                : IntStream.range(0, all.size())
                        .filter(at -> at % 4 == begin)
                        .mapToObj(all::get)
                        .toList();
    }

    /** All of them ask the right question; of wrong ones each has a turn. */
    private static List<String> outsiders(boolean right, int turn) {
        return right ? OUTSIDERS : List.of(OUTSIDERS.get(turn % OUTSIDERS.size()));
    }

    /** States that turns need leave people behind who act for the enterprise. */
    @AfterEach
    void letOut() {
        Caller applicant = PLATFORM.as("applicant-" + Cast.ELSEWHERE);
        JsonNode me = applicant.get("/api/me").get("person");
        String enterprise = applicant.get("/api/parties/enterprises").at("/items/0/id").asString();
        for (JsonNode agent :
                applicant.get("/api/parties/enterprises/" + enterprise).get("agents")) {
            if (!agent.get("person").equals(me.get("id"))) {
                applicant.post(
                        "/api/parties/agents/" + agent.get("post").asString() + "/withdrawal",
                        Map.of("reason", "试"));
            }
        }
    }

    private static void answered(
            String what, String question, String right, Reply reply, List<String> faults) {
        FOREIGN.told(reply, question, right).forEach(it -> faults.add(what + " tells " + it));
        if (reply.status() >= 500) {
            faults.add(what + " -> " + reply.status());
        }
        if (reply.status() >= 400 && !reply.header("ETag").isEmpty()) {
            faults.add(what + " is refused with the version " + reply.header("ETag"));
        }
        if (reply.status() >= 400 && !reply.header("Cache-Control").contains("no-store")) {
            faults.add(what + " may be kept: " + reply.header("Cache-Control"));
        }
    }

    private static void judge(
            String what, Reply reply, boolean open, String sent, List<String> faults) {
        boolean refused =
                reply.status() >= 400 && reply.status() < 500
                        || reply.body().matches("\\{\"items\":\\[\\{[^}]*\"done\":false[^}]*}]}");
        if (!refused && !(open && reply.status() < 400)) {
            faults.add(what + " -> " + reply.status() + " " + Outcome.words(reply));
        }
        if (!what.startsWith(PROPOSING) && !what.matches(INVESTING)) {
            FOREIGN.told(reply, sent).forEach(mark -> faults.add(what + " tells " + mark));
        }
        if (refused && !reply.header("ETag").isEmpty()) {
            faults.add(what + " is refused with the version " + reply.header("ETag"));
        }
    }

    private static Reply send(Turn turn, boolean undone) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        headers.put("If-Match", "*");
        if (undone) {
            headers.put(Rehearsals.HEADER, "1");
        }
        byte[] body = turn.body() == null ? null : JSON.writeValueAsBytes(turn.body());
        return reply(turn.caller().send("POST", turn.path(), body, headers));
    }

    private static Reply typed(Turn turn, String path, Map<String, String> form, boolean undone) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("HX-Request", "true"));
        if (undone) {
            headers.put(Rehearsals.HEADER, "1");
        }
        return reply(TROUPE.visitor(turn.caller().login()).trySend("POST", path, form, headers));
    }

    private static Reply reply(HttpResponse<String> answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Reply(answer.statusCode(), answer.body(), headers);
    }

    /** The turn with one field changed; null where the right request has no such place. */
    private static @Nullable Turn with(String change, Turn turn, IdField field, String foreign) {
        return switch (field.in()) {
            case "path" -> {
                Map<String, String> ids =
                        new LinkedHashMap<>(Deeds.ids(Deeds.path(change), turn.path()));
                ids.put(field.name(), foreign);
                String query = turn.path().replaceFirst("^[^?]*", "");
                yield new Turn(
                        turn.caller(), Deeds.filled(Deeds.path(change), ids) + query, turn.body());
            }
            case "query" ->
                    new Turn(turn.caller(), added(turn.path(), field.name(), foreign), turn.body());
            default -> {
                JsonNode body = replaced(JSON.valueToTree(turn.body()), field.name(), foreign);
                yield body == null ? null : new Turn(turn.caller(), turn.path(), body);
            }
        };
    }

    /** In the place of a parameter of this name, if there is one. */
    private static String added(String path, String name, String value) {
        String rest =
                path.replaceAll("([?&])" + name + "=[^&]*", "$1")
                        .replace("?&", "?")
                        .replaceAll("[?&]$", "");
        return rest + (rest.contains("?") ? "&" : "?") + name + "=" + value;
    }

    private static @Nullable JsonNode replaced(JsonNode right, String pointer, String value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode copy = right.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.put(place.last().getMatchingProperty(), value);
            return copy;
        }
        if (parent instanceof ArrayNode array && !array.isEmpty()) {
            array.set(0, JSON.getNodeFactory().stringNode(value));
            return copy;
        }
        return null;
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream()
                .filter(table -> !Objects.equals(before.get(table), after.get(table)))
                .map(table -> table + " has changed")
                .toList();
    }

    private static boolean isUuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /** The route with this in the place of each of its variables. */
    private static String everywhere(String route, String id) {
        return Deeds.path(route).replace("**", id).replaceAll("\\{\\w+}", id);
    }

    /** The text parameters of every route. */
    private static Map<String, List<Parameter>> parameters() {
        Map<String, List<Parameter>> parameters = new TreeMap<>();
        PLATFORM.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach(
                        (route, method) ->
                                route.getPatternValues()
                                        .forEach(
                                                path ->
                                                        parameters.put(
                                                                "GET " + path, asked(method))));
        return parameters;
    }

    private static List<Parameter> asked(HandlerMethod method) {
        return Arrays.stream(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .filter(
                        parameter ->
                                !Number.class.isAssignableFrom(parameter.getType())
                                        && !Map.class.isAssignableFrom(parameter.getType()))
                .filter(parameter -> !parameter.getName().equals("after"))
                .toList();
    }
}
