package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.eventlog.LogEntry;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.steward.port.in.AdviceSheet.Named;
import org.xiangmuzhang.steward.port.in.LandStartSheet;
import org.xiangmuzhang.steward.port.in.LandStartSheet.NotTurned;
import org.xiangmuzhang.steward.port.in.LandStartSheet.Turned;
import org.xiangmuzhang.steward.port.in.LandStartSheet.Waiting;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads from the log when the land right came and what happened to the documents then. */
@Component
class LandStartLog {

    private static final int STRETCH = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final LogReader log;

    LandStartLog(LogReader log) {
        this.log = log;
    }

    LandStartSheet read(UUID project, List<Waiting> waiting, Function<String, Named> names) {
        var story = new Story(names);
        long position = 0;
        List<LogEntry> entries;
        do {
            long after = position;
            entries = Sight.ALL.during(() -> log.ofProject(project, after, STRETCH));
            for (LogEntry entry : entries) {
                story.take(entry);
                position = entry.position();
            }
        } while (entries.size() == STRETCH);
        return story.sheet(project, waiting);
    }

    /** A project's events in their order, as far as they matter here. */
    private static final class Story {

        private final Function<String, Named> names;
        private final Map<UUID, Turned> turned = new LinkedHashMap<>();
        private final Map<UUID, NotTurned> notTurned = new LinkedHashMap<>();
        private @Nullable Instant landRight;
        private boolean elsewhere;

        private Story(Function<String, Named> names) {
            this.names = names;
        }

        private void take(LogEntry entry) {
            switch (entry.type()) {
                case "land.right-established" -> land(entry, false);
                case "steward.decided-elsewhere" -> {
                    if (Milestones.isLandRight(text(entry, "itemCode"))) {
                        land(entry, true);
                    }
                }
                case "intake.simulation-formalised" -> turn(entry);
                case "intake.simulation-reopened" -> reopen(entry);
                case "intake.item-decided" -> decide(entry);
                default -> {}
            }
        }

        /** Of several parcels the last one counts, until a document has turned. */
        private void land(LogEntry entry, boolean outside) {
            if (turned.isEmpty() && notTurned.isEmpty()) {
                landRight = entry.recordedAt();
                elsewhere = outside;
            }
        }

        private void turn(LogEntry entry) {
            Instant from = landRight;
            if (from != null && waitedForLand(entry)) {
                UUID task = UUID.fromString(text(entry, "task"));
                turned.put(
                        task,
                        new Turned(
                                names.apply(text(entry, "itemCode")),
                                task,
                                text(entry, "documentNumber"),
                                entry.recordedAt(),
                                Duration.between(from, entry.recordedAt()).toSeconds()));
            }
        }

        /** By itself, or by way of a document that did. */
        private boolean waitedForLand(LogEntry entry) {
            return JSON.readTree(entry.payloadJson())
                    .path("conditions")
                    .valueStream()
                    .map(JsonNode::asString)
                    .anyMatch(
                            condition ->
                                    condition.equals("LAND_RIGHT")
                                            || condition.startsWith("ITEM:")
                                                    && isOnLand(condition.substring(5)));
        }

        private boolean isOnLand(String code) {
            return Milestones.isLandRight(code)
                    || turned.values().stream().anyMatch(one -> one.item().code().equals(code));
        }

        private void reopen(LogEntry entry) {
            if (landRight != null) {
                UUID task = UUID.fromString(text(entry, "task"));
                notTurned.put(
                        task,
                        new NotTurned(
                                names.apply(text(entry, "itemCode")),
                                task,
                                text(entry, "reason"),
                                entry.recordedAt(),
                                null));
            }
        }

        private void decide(LogEntry entry) {
            notTurned.computeIfPresent(
                    UUID.fromString(text(entry, "task")),
                    (task, was) ->
                            new NotTurned(
                                    was.item(),
                                    task,
                                    was.reason(),
                                    was.at(),
                                    was.decided() == null ? entry.recordedAt() : was.decided()));
        }

        private LandStartSheet sheet(UUID project, List<Waiting> waiting) {
            Turned last = turned.isEmpty() ? null : List.copyOf(turned.values()).getLast();
            return new LandStartSheet(
                    project,
                    waiting,
                    landRight,
                    elsewhere,
                    List.copyOf(turned.values()),
                    last == null ? null : last.at(),
                    last == null ? null : last.seconds(),
                    List.copyOf(notTurned.values()));
        }

        private static String text(LogEntry entry, String field) {
            JsonNode value = JSON.readTree(entry.payloadJson()).path(field);
            return value.isString() ? value.asString() : "";
        }
    }
}
