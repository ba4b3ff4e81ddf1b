package org.xiangmuzhang.steward.adapter.in.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.steward.adapter.in.console.Chronicle.Effect;
import org.xiangmuzhang.steward.adapter.in.console.Chronicle.Line;
import org.xiangmuzhang.steward.port.in.Happening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class ChronicleTests {

    private static final Instant MORNING = Instant.parse("2026-11-02T01:00:00Z");

    private final List<Happening> story = new ArrayList<>();

    @Test
    void redrawnPlansAreFoldedIntoTheEventThatMovedThem() {
        happens("steward.courses-chosen", 0);
        plan(0, null, "2026-12-29");
        happens("intake.item-decided", 1);
        plan(1, "2026-12-29", "2026-12-27");
        plan(1, "2026-12-27", "2026-12-23");
        happens("intake.clock-paused", 1);
        plan(1, "2026-12-23", "2026-12-23");

        Chronicle chronicle = Chronicle.of(story.reversed());

        assertThat(chronicle.before()).isNull();
        assertThat(chronicle.days())
                .extracting(day -> day.date().toString())
                .containsExactly("2026-11-03", "2026-11-02");
        assertThat(chronicle.days().getFirst().lines())
                .extracting(Line::what)
                .containsExactly("intake.clock-paused", "intake.item-decided");
        assertThat(chronicle.days().getFirst().lines())
                .extracting(Line::effect)
                .containsExactly(null, new Effect("2026-12-29", "2026-12-23"));
        assertThat(chronicle.days().getLast().lines())
                .extracting(Line::effect)
                .containsExactly(new Effect(null, "2026-12-29"));
    }

    @Test
    void pagesGoOnIntoThePastAndLoseNothing() {
        for (int i = 0; i < 100; i++) {
            happens("event-" + i, i / 10);
            plan(i / 10, "2026-12-01", "2026-12-" + (10 + i % 20));
        }
        List<String> told = new ArrayList<>();
        Long before = Long.MAX_VALUE;
        while (before != null) {
            long from = before;
            Chronicle chronicle =
                    Chronicle.of(
                            story.reversed().stream()
                                    .filter(one -> one.position() < from)
                                    .limit(Chronicle.MOST + 1)
                                    .toList());
            chronicle.days().stream()
                    .flatMap(day -> day.lines().stream())
                    .peek(line -> assertThat(line.effect()).isNotNull())
                    .map(Line::what)
                    .forEach(told::add);
            before = chronicle.before();
        }

        assertThat(told).hasSize(100).doesNotHaveDuplicates();
        assertThat(told).startsWith("event-99").endsWith("event-0");
    }

    private void happens(String event, int day) {
        add(event, day, Map.of());
    }

    private void plan(int day, @Nullable String before, String finish) {
        Map<String, Object> data = new HashMap<>(Map.of("finish", finish));
        if (before != null) {
            data.put("finishBefore", before);
        }
        add("steward.plan-drawn", day, data);
    }

    private void add(String event, int day, Map<String, Object> data) {
        story.add(
                new Happening(
                        story.size() + 1,
                        event,
                        MORNING.plusSeconds(86_400L * day),
                        new UUID(0, 0),
                        "平台自动",
                        null,
                        null,
                        "SYSTEM",
                        "平台自动",
                        null,
                        event,
                        null,
                        data));
    }
}
