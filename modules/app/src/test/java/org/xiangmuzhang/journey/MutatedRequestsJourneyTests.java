package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.journey.Cast.Relation;
import org.xiangmuzhang.journey.RawHttp.Response;
import org.xiangmuzhang.kernel.Role;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Right requests to every endpoint, the operations of the API document with the parameters and
 * fields that it gives them, the pages and forms of the console, and what an identity provider
 * pushes, made wrong by chance: no answer is a fault of ours or late (but for the 501 with which
 * HTTP turns away a tunnel or an unknown coding), every refusal of a program is a problem document
 * of a rule that has its sentences, and what was refused has changed nothing. The profile full
 * sends twenty thousand, every other build one thousand; {@code -Dxiangmuzhang.seed} sends others.
 */
class MutatedRequestsJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final AuthorisationTable TABLE = AuthorisationTable.read();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final boolean FULL = Boolean.getBoolean("xiangmuzhang.full");
    private static final int CASES =
            Integer.getInteger("xiangmuzhang.cases", FULL ? 20_000 : 1_000);
    private static final long SEED = Long.getLong("xiangmuzhang.seed", 20_261_123L);

    /** So many cases are looked back upon at once. */
    private static final int ROUND = 250;

    private static final String TYPE = "urn:xiangmuzhang:problem:";

    private static final String SCIM_ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    /** What a browser would like to have. */
    private static final String PAGE = "text/html,*/*";

    /** What ends or makes sessions, and what belongs to the container or to OAuth. */
    private static final String LEFT_OUT =
            "POST /console/(sign-out|post)|\\w+ /(error|oauth2|\\.well-known|actuator)\\b.*";

    private final RawHttp http = new RawHttp(PLATFORM.address());
    private final List<String> faults = new ArrayList<>();
    private final List<UUID> staged = new ArrayList<>();
    private final SortedMap<String, Integer> outcomes = new TreeMap<>();

    private final TableSums sums = new TableSums(PLATFORM.bean(JdbcClient.class));

    @Test
    void wrongRequestsAreRefusedInOrder() throws IOException {
        Deeds deeds = Deeds.shared();
        Cast.troupe();
        Story story = deeds.told().story();
        List<String> foreign =
                List.of(
                        story.project.toString(),
                        story.enterprise.toString(),
                        story.paper().toString(),
                        deeds.told().application());
        JsonNode document = PLATFORM.as("auditor").get("/api/openapi.json");
        List<String> operations =
                Routes.of(PLATFORM).stream().filter(route -> !route.matches(LEFT_OUT)).toList();
        assertThat(operations).containsAll(Routes.documented(document));
        operations.forEach(operation -> deeds.of(operation).before().run());
        PLATFORM.quieten();
        noteStaged();
        OtherDeeds.forgetActs(PLATFORM);
        Map<String, String> before = sums.standing();
        for (int number = 0; number < CASES; number++) {
            String operation = operations.get(number % operations.size());
            Mutation request = right(deeds.of(operation));
            new Mutator(SEED + number, foreign, Said.of(document, operation)).mutate(request);
            send(number, operation, request);
            if (number % ROUND == ROUND - 1 || number == CASES - 1) {
                PLATFORM.settle();
                assertThat(faults).as("up to %d of seed %d", number, SEED).isEmpty();
                assertThat(sums.standing())
                        .as("cases up to %d of seed %d were refused", number, SEED)
                        .isEqualTo(before);
            }
        }
        System.out.println("mutated: " + CASES + " of seed " + SEED + ": " + outcomes);
        assertThat(outcomes.keySet()).as("refused for many reasons").hasSizeGreaterThan(15);
    }

    @AfterEach
    void takeAway() {
        Deeds.shared().clear();
        PLATFORM.quieten();
    }

    /** A request that is heard is tried and undone; a refused one is sent in earnest. */
    private void send(int number, String operation, Mutation request) throws IOException {
        Response tried = answer(number, operation, request, true);
        for (int again = 0; again < 5 && isToComeAgain(tried); again++) {
            tried = answer(number, operation, request, true);
        }
        Response answer = tried.status() >= 400 ? answer(number, operation, request, false) : tried;
        if (tried.status() < 400 && operation.contains("/imports")) {
            forgetStaged();
        }
        if (tried.status() < 400 && operation.contains("/parked-events/")) {
            OtherDeeds.forgetActs(PLATFORM);
        }
        check(number, operation, request, answer);
        if (tried.status() >= 400 && answer.status() < 400) {
            fault(number, operation, request, "is heard at second sight");
        }
    }

    /** A busy machine says so of anything: that is no refusal, and in earnest it may be heard. */
    private static boolean isToComeAgain(Response answer) {
        return answer.status() == 429 || answer.status() == 503;
    }

    /** What is staged already waits for a second editor. */
    private void noteStaged() {
        staged.addAll(
                PLATFORM.bean(JdbcClient.class)
                        .sql("select id from catalog.edition where number is null")
                        .query(UUID.class)
                        .list());
    }

    /** An import that is heard stages its tables for itself, and whatever it stages is swept. */
    private void forgetStaged() {
        PLATFORM.bean(JdbcClient.class)
                .sql("delete from catalog.edition where number is null and id <> all(?)")
                .param(staged.toArray(UUID[]::new))
                .update();
    }

    /** Twice more where none comes in time: a machine may be busy, a hang is one again. */
    private Response answer(int number, String operation, Mutation request, boolean rehearsed)
            throws IOException {
        Response answer = http.send(request.bytes(rehearsed));
        for (int again = 0; again < 2 && answer.isLate(); again++) {
            answer = http.send(request.bytes(rehearsed));
        }
        if (answer.isLate()) {
            fault(number, operation, request, "hangs");
        }
        return answer;
    }

    private void check(int number, String operation, Mutation request, Response answer) {
        String rule = rule(answer);
        outcomes.merge(answer.status() + " " + rule, 1, Integer::sum);
        if (answer.isLate() || answer.status() < 400 && answer.status() > 0) {
            return;
        }
        boolean ofHttp =
                answer.status() == 501
                        && (rule.equals("request-unreadable")
                                || answer.body().contains(SCIM_ERROR));
        if (answer.status() == 0 || answer.status() >= 500 && !ofHttp) {
            fault(number, operation, request, "is answered " + answer);
        } else if (!request.method.equals("HEAD") && !isWellPut(operation, request, answer)) {
            fault(number, operation, request, "is refused by " + answer);
        }
    }

    /** A program is told by a problem document, a person by a page, a provider as SCIM has it. */
    private static boolean isWellPut(String operation, Mutation request, Response answer) {
        boolean page =
                answer.type().startsWith("text/html")
                        || !PAGE.equals(request.headers.get("Accept"));
        return answer.type().startsWith("application/problem+json") && isRegistered(rule(answer))
                || operation.contains(" /scim/") && answer.body().contains(SCIM_ERROR)
                || !operation.matches("\\w+ /(api|scim)/.*") && page;
    }

    private static String rule(Response answer) {
        try {
            JsonNode document = JSON.readTree(answer.body());
            String type = document.path("type").asString("");
            return type.startsWith(TYPE) ? type.substring(TYPE.length()) : "";
        } catch (JacksonException e) {
            return "";
        }
    }

    /** Whether there is a sentence for it in both languages; of the container's in none. */
    private static boolean isRegistered(String rule) {
        return rule.equals("request-unreadable")
                || isSaid(rule, Locale.SIMPLIFIED_CHINESE) && isSaid(rule, Locale.ENGLISH);
    }

    private static boolean isSaid(String rule, Locale language) {
        String none = "none";
        return !none.equals(
                PLATFORM.bean(MessageSource.class)
                        .getMessage("problem." + rule, null, none, language));
    }

    private void fault(int number, String operation, Mutation request, String what) {
        faults.add("%d %s %s: %s".formatted(number, operation, request, what));
    }

    /** As it would be heard, by the first who may. */
    private static Mutation right(Deed deed) {
        if (!deed.isForPrograms()) {
            return rightOfPage(deed);
        }
        Mutation request = new Mutation(deed.method(), deed.path(), deed.body());
        String token = deed.isForProvider() ? Platform.SCIM : PLATFORM.as(login(deed)).token();
        request.headers.put("Authorization", "Bearer " + token);
        request.headers.put("Idempotency-Key", UUID.randomUUID().toString());
        request.headers.put("If-Match", "*");
        if (deed.body() != null) {
            request.headers.put("Content-Type", deed.type());
        }
        deed.before().run();
        return request;
    }

    /** What a browser sends for somebody who is signed in. */
    private static Mutation rightOfPage(Deed deed) {
        Visitor visitor = Cast.troupe().visitor(login(deed));
        byte[] body = null;
        if (deed.method().equals("POST")) {
            Map<String, String> fields = new TreeMap<>(deed.form());
            fields.put("_csrf", visitor.token());
            body =
                    fields.entrySet().stream()
                            .map(field -> field.getKey() + "=" + Visitor.encoded(field.getValue()))
                            .collect(Collectors.joining("&"))
                            .getBytes(StandardCharsets.UTF_8);
        }
        Mutation request = new Mutation(deed.method(), deed.path(), body);
        request.headers.put("Cookie", visitor.cookie());
        request.headers.put("Accept", PAGE);
        if (body != null) {
            request.headers.put("Content-Type", Mutator.TYPED);
        }
        deed.before().run();
        return request;
    }

    private static String login(Deed deed) {
        List<String> cells = TABLE.rows().getOrDefault(deed.route(), List.of());
        for (int role = 0; role < AuthorisationTable.ROLES.size(); role++) {
            int relation = cells.get(role).indexOf(AuthorisationTable.ALLOWED);
            if (relation >= 0) {
                Role of = AuthorisationTable.ROLES.get(role);
                String login = Cast.login(of, Relation.values()[relation], deed.department());
                if (login != null) {
                    return login;
                }
            }
        }
        throw new AssertionError("Nobody may " + deed.route());
    }
}
