package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import io.opentelemetry.sdk.trace.data.SpanData;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.eventlog.LogReader;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an operator sees of the running platform: health, metrics, traces, lines of the log. */
class WatchingThePlatformJourneyTests {

    private static final Path FOLDER = Path.of("../../docs/operations");
    private static final Pattern METRIC =
            Pattern.compile("[a-z]+(?:_[a-z0-9]+)+(?=[{\\[)\\s\"]|$)");
    private static final Pattern EXPRESSION = Pattern.compile("\"?expr\"?: *\"?(.*)");
    private static final Pattern LABEL = Pattern.compile("\\{[^}]*}|by \\([^)]*\\)");

    private static final JsonMapper JSON = new JsonMapper();

    private final Platform platform = Platform.shared();

    @Test
    void everyMetricOfTheDashboardAndTheAlertsIsThere() throws IOException {
        platform.as("auditor").tryGet("/api/projects/" + UUID.randomUUID());
        Platform.await("the log was looked at", () -> scrape().contains("xiangmuzhang_log_lag{"));
        Set<String> there =
                scrape().lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("[{ ]", 2)[0])
                        .collect(Collectors.toSet());
        for (String file : List.of("dashboard.json", "alerts.yaml")) {
            assertThat(named(file)).as(file).hasSizeGreaterThan(5).isSubsetOf(there);
        }
    }

    @Test
    void everyConsumerHasItsLagAndEveryRefusalItsRule() {
        platform.settle();
        platform.as("auditor").tryGet("/api/projects/" + UUID.randomUUID());
        Set<String> consumers =
                platform.bean(LogReader.class).consumers().stream()
                        .map(consumer -> "xiangmuzhang_log_lag{consumer=\"" + consumer.consumer())
                        .collect(Collectors.toSet());
        assertThat(consumers).hasSizeGreaterThan(5);
        Platform.await(
                "every consumer is there", () -> consumers.stream().allMatch(scrape()::contains));
        assertThat(scrape())
                .contains("xiangmuzhang_refusals_total{")
                .contains("xiangmuzhang_lights{colour=\"RED\"")
                .contains("hikaricp_connections_active{")
                .contains("xiangmuzhang_timers_late_seconds_max{work=\"supervision.lights\"");
    }

    @Test
    void metricsAndDetailsAreForAdministrators() {
        assertThat(platform.as("auditor").tryGet("/actuator/prometheus").status()).isEqualTo(403);
        assertThat(platform.as("auditor").tryGet("/actuator/health/details").status())
                .isEqualTo(403);
        assertThat(platform.as("auditor").get("/actuator/health").has("components")).isFalse();
        var components =
                platform.as("administrator").get("/actuator/health/details").get("components");
        assertThat(components.propertyNames()).contains("db", "diskSpace", "log");
        assertThat(components.get("log").get("details").propertyNames())
                .contains("head", "lag", "parked", "abandoned");
        for (String group : List.of("liveness", "readiness")) {
            assertThat(
                            platform.as("auditor")
                                    .get("/actuator/health/" + group)
                                    .get("status")
                                    .asString())
                    .isEqualTo("UP");
        }
    }

    @Test
    void oneTraceGoesFromTheRequestThroughTheLogIntoEveryReadModel() {
        Story story = Story.begin(platform, "140500", "PT-PV-GROUND", "踪迹电站", "44");
        story.drawPlan(Map.of("start", platform.today()));
        String trace = UUID.randomUUID().toString().replace("-", "");
        List<SpanData> spans = Spans.follow(trace);
        String request = UUID.randomUUID().toString();
        Map<String, Object> decision =
                Map.of(
                        "itemCode", "POWER-CONN",
                        "documentNumber", "供电-2026-7",
                        "decidedOn", platform.today(),
                        "verifiedOn", platform.today(),
                        "file", story.proof());

        Caller.Answer answer =
                story.as("steward")
                        .trySend(
                                "POST",
                                "/api/projects/" + story.project + "/external-decisions",
                                Caller.json(decision),
                                Map.of(
                                        "Content-Type",
                                        "application/json",
                                        "Idempotency-Key",
                                        request,
                                        "If-Match",
                                        "*",
                                        "X-Request-Id",
                                        request,
                                        "traceparent",
                                        "00-" + trace + "-00000000000000aa-01"));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        platform.settle();

        Awaitility.await("who redraws the plan is in the trace, and who hears of that plan")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(names(spans))
                                        .as("%s", metadata(request))
                                        .contains("consume steward.automations")
                                        .contains("consume steward.board")
                                        .anyMatch(
                                                name ->
                                                        name.matches(
                                                                "http post"
                                                                        + " /api/projects/.*/external-decisions")));
        assertThat(metadata(request)).hasSizeGreaterThan(1).allMatch(one -> one.contains(trace));
        assertThat(metadata(request)).anyMatch(one -> one.contains("cause"));
    }

    @Test
    void everyLineOfARequestCarriesItsIdAndItsTrace() {
        Logger logger =
                (Logger)
                        LoggerFactory.getLogger(
                                "org.springframework.web.servlet.DispatcherServlet");
        String request = UUID.randomUUID().toString();
        int before = Printed.size();
        logger.setLevel(Level.DEBUG);
        try {
            platform.as("auditor")
                    .trySend("GET", "/api/me?" + request, null, Map.of("X-Request-Id", request));
        } finally {
            logger.setLevel(null);
        }
        assertThat(Printed.since(before))
                .filteredOn(line -> line.contains("DispatcherServlet"))
                .filteredOn(line -> line.contains("/api/me?" + request))
                .isNotEmpty()
                .allMatch(line -> line.matches("(?s)\\[" + request + " [0-9a-f]{32}].*"));
    }

    /** The lines that the profile writes are read as whatever collects them would. */
    @Test
    void aLineOfProductionIsJsonWithTheRequestsIdAndNamesNobody() {
        Story story = Story.begin(platform, "140500", "PT-PV-GROUND", "日志电站", "44");
        Map<String, Object> project =
                Map.of(
                        "name",
                        "日志核对电站",
                        "projectType",
                        "PT-PV-GROUND",
                        "enterprise",
                        story.enterprise,
                        "investment",
                        30000);
        String request = UUID.randomUUID().toString();
        List<String> lines;
        try (ProductionLines written = new ProductionLines()) {
            Caller.Answer answer =
                    story.as("steward")
                            .trySend(
                                    "POST",
                                    "/api/projects",
                                    Caller.json(project),
                                    Map.of(
                                            "Content-Type",
                                            "application/json",
                                            "Idempotency-Key",
                                            request,
                                            "If-Match",
                                            "*",
                                            "X-Request-Id",
                                            request));
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
            lines = written.ofRequest(request);
        }

        assertThat(NamesInLog.telling(platform))
                .contains("日志核对电站", "steward-140500")
                .noneMatch(String.join("", lines)::contains);
        assertThat(lines).isNotEmpty();
        assertThat(lines)
                .map(JSON::readTree)
                .allSatisfy(
                        line -> {
                            assertThat(line.at("/request").asString()).isEqualTo(request);
                            assertThat(line.at("/traceId").asString()).matches("[0-9a-f]{32}");
                            assertThat(line.at("/log/level").asString()).isNotEmpty();
                            assertThat(line.at("/@timestamp").asString()).isNotEmpty();
                            assertThat(line.at("/message").asString()).isNotEmpty();
                        });
    }

    @Test
    void namesInALineWouldBeFound() {
        assertThat(NamesInLog.telling(platform))
                .contains("steward-140500")
                .anyMatch(text -> text.matches("\\p{IsHan}{2,4}"));
    }

    private String scrape() {
        return platform.as("administrator").get("/actuator/prometheus").asString();
    }

    private static Set<String> named(String file) throws IOException {
        Set<String> named = new TreeSet<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8)) {
            Matcher expression = EXPRESSION.matcher(line.strip());
            if (expression.matches()) {
                String bare = LABEL.matcher(expression.group(1)).replaceAll(" ");
                METRIC.matcher(bare).results().forEach(found -> named.add(found.group()));
            }
        }
        named.remove("histogram_quantile");
        return named;
    }

    private static Set<String> names(List<SpanData> spans) {
        return spans.stream().map(SpanData::getName).collect(Collectors.toCollection(HashSet::new));
    }

    private List<String> metadata(String request) {
        return platform.bean(JdbcClient.class)
                .sql("select metadata::text from eventlog.event where metadata ->> 'request' = ?")
                .param(request)
                .query(String.class)
                .list();
    }
}
