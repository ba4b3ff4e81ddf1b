package org.xiangmuzhang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The published vectors of the codes and counting rules, each against the code that carries it. */
class PublishedVectorsTests {

    private static final WorkingDays CALENDAR = calendar();

    record Vector(String id, String algorithm, String input, String expected) {}

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithVector(Vector vector) {
        assertThat(answer(vector.algorithm(), vector.input()))
                .as("%s %s(%s)", vector.id(), vector.algorithm(), vector.input())
                .isEqualTo(vector.expected());
    }

    @Test
    void everyAlgorithmOfTheKernelHasVectors() {
        assertThat(vectors().map(Vector::algorithm))
                .contains(
                        "USCC_CHECK",
                        "USCC_VALID",
                        "PROJECT_CODE",
                        "IS_WORKDAY",
                        "DUE_WORKDAYS",
                        "DUE_CALENDAR",
                        "USED_WORKDAYS");
    }

    static Stream<Vector> vectors() {
        Set<String> ours =
                Set.of(
                        "USCC_CHECK",
                        "USCC_VALID",
                        "PROJECT_CODE",
                        "IS_WORKDAY",
                        "DUE_WORKDAYS",
                        "DUE_CALENDAR",
                        "USED_WORKDAYS");
        return lines("/validator_vectors.csv")
                .map(line -> line.split(",", 5))
                .map(cells -> new Vector(cells[0], cells[1], cells[2], cells[3]))
                .filter(vector -> ours.contains(vector.algorithm()));
    }

    private static String answer(String algorithm, String input) {
        String[] parts = input.split("\\|");
        return switch (algorithm) {
            case "USCC_CHECK" -> String.valueOf(SocialCreditCode.checkCharacter(input));
            case "USCC_VALID" -> accepted(() -> new SocialCreditCode(input));
            case "PROJECT_CODE" -> {
                try {
                    yield new ProjectCode(input).isOldForm() ? "OLD" : "NEW";
                } catch (Refusal refused) {
                    yield "INVALID";
                }
            }
            case "IS_WORKDAY" -> String.valueOf(CALENDAR.isWorkingDay(LocalDate.parse(input)));
            case "DUE_WORKDAYS" ->
                    CALENDAR.due(
                                    LocalDate.parse(parts[0]),
                                    TimeLimit.workingDays(Integer.parseInt(parts[1])),
                                    pauses(parts))
                            .toString();
            case "DUE_CALENDAR" ->
                    CALENDAR.due(
                                    LocalDate.parse(parts[0]),
                                    TimeLimit.calendarDays(Integer.parseInt(parts[1])),
                                    List.of())
                            .toString();
            case "USED_WORKDAYS" ->
                    String.valueOf(
                            CALENDAR.used(
                                    LocalDate.parse(parts[0]),
                                    LocalDate.parse(parts[1]),
                                    TimeLimit.Unit.WORKING_DAYS,
                                    pauses(parts)));
            default -> throw new IllegalArgumentException(algorithm);
        };
    }

    private static String accepted(Runnable attempt) {
        try {
            attempt.run();
            return "true";
        } catch (Refusal refused) {
            return "false";
        }
    }

    private static List<WorkingDays.Pause> pauses(String[] parts) {
        List<WorkingDays.Pause> pauses = new ArrayList<>();
        for (int i = 2; i < parts.length; i++) {
            String[] ends = parts[i].split("\\.\\.");
            pauses.add(new WorkingDays.Pause(LocalDate.parse(ends[0]), LocalDate.parse(ends[1])));
        }
        return pauses;
    }

    private static WorkingDays calendar() {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        Set<Year> published = new HashSet<>();
        lines("/workdays.csv")
                .map(line -> line.split(",", 9))
                .forEach(
                        cells -> {
                            LocalDate day = LocalDate.parse(cells[0]);
                            exceptions.put(day, "1".equals(cells[4]));
                            if ("OFFICIAL".equals(cells[7])) {
                                published.add(Year.from(day));
                            }
                        });
        return new WorkingDays("test", exceptions, published);
    }

    private static Stream<String> lines(String resource) {
        try (InputStream in = PublishedVectorsTests.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
