package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.journey.Turns.Turn;
import org.xiangmuzhang.journey.WrongInputs.WrongInput;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Every operation of the served API document gets a fixed family of wrong inputs, under a role that
 * may call it and in a state in which the right input would be heard. Each refusal is a problem
 * document that names its rule and the field, in either language, and nothing has changed
 * afterwards; what is heard all the same has been looked at and stands in {@code
 * harmless-inputs.txt}. Uploads and tables are shown by {@code FileResourceTests} and {@code
 * ImportTests}; the rules of each step by {@link RefusedStepsJourneyTests}. The profile full sends
 * the whole family to all of them, every other build a part of it to every third.
 */
class BadInputJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final Turns TURNS = new Turns(PLATFORM, "140500");
    private static final Questions QUESTIONS = new Questions(TURNS);
    private static final JsonNode DOCUMENT = PLATFORM.as("auditor").get("/api/openapi.json");

    private static final boolean FULL = Boolean.getBoolean("xiangmuzhang.full");

    /** The rules for which somebody was refused so far. */
    private static final Set<String> RULES = new HashSet<>();

    private final TableSums tables = new TableSums(PLATFORM.bean(JdbcClient.class));

    static Stream<String> changes() {
        return operations().filter(operation -> !operation.startsWith("GET "));
    }

    static Stream<String> questions() {
        return operations().filter(operation -> operation.startsWith("GET "));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void wrongInputIsRefusedInWordsAndChangesNothing(String operation) {
        Turn turn = next(operation);
        List<WrongInput> wrongs = wrongs(operation, turn);
        List<String> faults = new ArrayList<>();
        PLATFORM.quieten(); // what is done every minute is done
        Map<String, String> before = tables.written();
        long head = PLATFORM.bean(LogReader.class).head();
        for (WrongInput wrong : wrongs) {
            if (!isHarmless(operation, wrong)) {
                faults.addAll(faults(turn, operation, wrong));
            }
        }
        PLATFORM.settle();
        assertThat(faults).isEmpty();
        assertThat(tables.written()).isEqualTo(before);
        assertThat(PLATFORM.bean(LogReader.class).head()).isEqualTo(head);
        if (TURNS.knows(operation)) {
            Caller.Answer right = send(turn, operation, right(turn), "en");
            assertThat(right.status()).as("the right input: %s", right.body()).isLessThan(300);
        }
        if (wrongs.stream().anyMatch(wrong -> isHarmless(operation, wrong))) {
            assertThat(faultsOfHarmless(operation, next(operation))).isEmpty();
        }
        PLATFORM.settle();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void wrongQuestionIsAnsweredInWords(String operation) {
        List<String> faults = new ArrayList<>();
        for (JsonNode parameter : operation(operation).path("parameters")) {
            String name = parameter.get("name").asString();
            boolean inPath = parameter.get("in").asString().equals("path");
            boolean named = !inPath && !Questions.isMap(parameter);
            for (Map.Entry<String, String> value : WrongInputs.questions(name).entrySet()) {
                if (inPath && value.getValue().isBlank()) {
                    continue; // that is another path
                }
                String asked = QUESTIONS.with(operation, operation(operation), name, value);
                Caller caller = QUESTIONS.caller(operation);
                Caller.Answer chinese = caller.trySend("GET", asked, null, language("zh-CN"));
                if (chinese.status() >= 400) {
                    Caller.Answer english =
                            isNew(chinese)
                                    ? caller.trySend("GET", asked, null, language("en"))
                                    : null;
                    Problems.faults(chinese, english, named ? "/" + name : null)
                            .forEach(fault -> faults.add(asked + ": " + fault));
                } else if (!Questions.mayBe(name, value.getKey())) {
                    faults.add("heard: " + asked);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What is wrong with the answer to an input that must be refused. */
    private static List<String> faults(Turn turn, String operation, WrongInput wrong) {
        Caller.Answer chinese = send(turn, operation, wrong, "zh-CN");
        if (chinese.status() < 400) {
            return List.of("heard: " + operation + " :: " + wrong);
        }
        Caller.Answer english = isNew(chinese) ? send(turn, operation, wrong, "en") : null;
        return Problems.faults(chinese, english, wrong.pointer()).stream()
                .map(fault -> wrong + ": " + fault)
                .toList();
    }

    /** The first that is heard may change the state: the others are refused for that, or heard. */
    private static List<String> faultsOfHarmless(String operation, Turn turn) {
        List<String> faults = new ArrayList<>();
        for (WrongInput input : wrongs(operation, turn)) {
            if (isHarmless(operation, input)) {
                Caller.Answer answer = send(turn, operation, input, "zh-CN");
                if (answer.status() >= 300) {
                    Problems.faults(answer, null, null)
                            .forEach(fault -> faults.add(input + ": " + fault));
                }
            }
        }
        return faults;
    }

    /** A rule is asked for in English where it is first met. */
    private static boolean isNew(Caller.Answer refusal) {
        return RULES.add(refusal.status() + " " + refusal.rule());
    }

    private static boolean isHarmless(String operation, WrongInput input) {
        return HarmlessInputs.contain(operation + " :: " + input);
    }

    private static Turn next(String operation) {
        Turn turn =
                TURNS.knows(operation)
                        ? TURNS.next(operation)
                        : new Turn(
                                PLATFORM.as("administrator"),
                                path(operation).replaceAll("\\{\\w+}", WrongInputs.Values.UNKNOWN)
                                        + Questions.needed(operation(operation)),
                                operation.endsWith("/retry")
                                        ? Map.of("reason", "试")
                                        : Map.of("name", "text"));
        if (operation.contains("/catalog/")) {
            PLATFORM.quieten(); // what clocks and plans make of a change comes later
        } else {
            PLATFORM.settle();
        }
        return turn;
    }

    private static List<WrongInput> wrongs(String operation, Turn turn) {
        List<WrongInput> wrongs =
                WrongInputs.of(
                        turn.body(), operation(operation).toString().contains("\"If-Match\""));
        return TURNS.knows(operation)
                ? wrongs
                : wrongs.stream().filter(wrong -> !wrong.name().equals("unknown field")).toList();
    }

    private static WrongInput right(Turn turn) {
        return new WrongInput("nothing", null, WrongInputs.right(turn.body()), Map.of());
    }

    private static Caller.Answer send(
            Turn turn, String operation, WrongInput wrong, String language) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        headers.put("If-Match", "*");
        headers.putAll(language(language));
        headers.putAll(wrong.headers());
        String method = operation.substring(0, operation.indexOf(' '));
        return turn.caller().trySend(method, turn.path(), wrong.body(), headers);
    }

    private static Map<String, String> language(@Nullable String language) {
        return language == null ? Map.of() : Map.of("Accept-Language", language);
    }

    private static Stream<String> operations() {
        JsonNode paths = DOCUMENT.get("paths");
        return paths.propertyNames().stream()
                .flatMap(
                        path ->
                                paths.get(path).propertyNames().stream()
                                        .map(method -> method.toUpperCase() + " " + path))
                .filter(operation -> FULL || operation.hashCode() % 3 == 0);
    }

    private static JsonNode operation(String operation) {
        String method = operation.substring(0, operation.indexOf(' ')).toLowerCase();
        return DOCUMENT.get("paths").get(path(operation)).get(method);
    }

    private static String path(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }
}
