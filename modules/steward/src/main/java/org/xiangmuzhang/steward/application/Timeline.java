package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.eventlog.LogEntry;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.port.in.Happening;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads a project's events of every context from the log, and tells them. */
@Component
class Timeline {

    private static final int STRETCH = 200;
    private static final UUID PLATFORM = new UUID(0, 0);
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final LogReader log;
    private final People people;
    private final Enterprises enterprises;
    private final Remarks remarks;
    private final Sentences sentences;

    Timeline(
            LogReader log,
            People people,
            Enterprises enterprises,
            Remarks remarks,
            Sentences sentences) {
        this.log = log;
        this.people = people;
        this.enterprises = enterprises;
        this.remarks = remarks;
        this.sentences = sentences;
    }

    List<Happening> of(
            Actor reader,
            ProjectView project,
            @Nullable Instant asOf,
            long after,
            int limit,
            Locale language) {
        List<LogEntry> entries = new ArrayList<>();
        long position = after;
        while (entries.size() < limit) {
            List<LogEntry> stretch = read(project.id(), position);
            for (LogEntry entry : stretch) {
                if (asOf == null || !entry.recordedAt().isAfter(asOf)) {
                    entries.add(entry);
                }
                position = entry.position();
            }
            if (stretch.size() < STRETCH) {
                break;
            }
        }
        return tell(reader, project, entries.subList(0, Math.min(limit, entries.size())), language);
    }

    List<Happening> latest(
            Actor reader,
            ProjectView project,
            @Nullable Instant asOf,
            @Nullable Long before,
            int limit,
            Locale language) {
        return tell(
                reader,
                project,
                Sight.ALL.during(
                        () ->
                                log.latestOfProject(
                                        project.id(),
                                        asOf,
                                        before == null ? Long.MAX_VALUE : before,
                                        limit)),
                language);
    }

    List<Instant> moments(UUID project, int most) {
        return Sight.ALL.during(() -> log.momentsOfProject(project, most));
    }

    /** Whoever may see the project may see what happened to it below its place, too. */
    private List<LogEntry> read(UUID project, long after) {
        return Sight.ALL.during(() -> log.ofProject(project, after, STRETCH));
    }

    private List<Happening> tell(
            Actor reader, ProjectView project, List<LogEntry> entries, Locale language) {
        boolean carries = !Access.isAnothersSteward(reader, project.steward());
        Map<LogEntry, Map<String, Object>> data = new HashMap<>();
        Set<UUID> ids = new HashSet<>();
        for (LogEntry entry : entries) {
            Map<String, Object> fields = JSON.readValue(entry.payloadJson(), FIELDS);
            data.put(entry, fields);
            fields.values().forEach(value -> addId(value, ids));
            addId(entry.metadata().get("actor"), ids);
            addId(entry.metadata().get("inPlaceOf"), ids);
        }
        Map<UUID, String> names = new HashMap<>(enterprises.names(ids));
        names.putAll(people.names(ids, reader, carries ? Occasion.MATTER : Occasion.LIST));
        Map<UUID, String> texts = remarks.texts(ids);
        return entries.stream()
                .map(
                        entry ->
                                happening(
                                        reader,
                                        carries,
                                        entry,
                                        data.getOrDefault(entry, Map.of()),
                                        names,
                                        texts,
                                        language))
                .toList();
    }

    private Happening happening(
            Actor reader,
            boolean carries,
            LogEntry entry,
            Map<String, Object> fields,
            Map<UUID, String> names,
            Map<UUID, String> texts,
            Locale language) {
        UUID actor = id(entry.metadata().get("actor"));
        UUID substituted = id(entry.metadata().get("inPlaceOf"));
        boolean open = mayReadReasons(reader, carries, entry, fields);
        String role = entry.metadata().get("role");
        return new Happening(
                entry.position(),
                entry.type(),
                entry.recordedAt(),
                actor,
                actor == null || actor.equals(PLATFORM)
                        ? sentences.role("SYSTEM", language)
                        : names.get(actor),
                substituted,
                substituted == null ? null : names.get(substituted),
                role,
                role == null ? null : sentences.role(role, language),
                entry.metadata().get("department"),
                sentences.of(entry.type(), entry.region(), fields, names, language),
                open ? why(fields, texts) : null,
                open ? fields : Map.of());
    }

    private static @Nullable String why(Map<String, Object> fields, Map<UUID, String> texts) {
        return fields.values().stream()
                .map(Timeline::id)
                .filter(texts::containsKey)
                .map(texts::get)
                .findFirst()
                .orElse(null);
    }

    /**
     * Who carries or watches the whole project reads why; everybody else in the matters of its own
     * department, and where it acted itself. A steward of other projects is everybody else; the
     * minutes of a dispatch are the officials' own.
     */
    private static boolean mayReadReasons(
            Actor reader, boolean carries, LogEntry entry, Map<String, Object> fields) {
        boolean acted = reader.person().toString().equals(entry.metadata().get("actor"));
        return switch (reader.role()) {
            case STEWARD -> carries || acted;
            case APPLICANT -> !entry.type().startsWith("steward.dispatch-");
            case CLERK, SUPERVISOR, LEADER, AUDITOR, SYSTEM -> true;
            default ->
                    acted
                            || reader.department() != null
                                    && (reader.department().equals(fields.get("department"))
                                            || reader.department()
                                                    .equals(entry.metadata().get("department")));
        };
    }

    private static void addId(@Nullable Object value, Set<UUID> ids) {
        UUID id = id(value);
        if (id != null && !id.equals(PLATFORM)) {
            ids.add(id);
        }
    }

    private static @Nullable UUID id(@Nullable Object value) {
        if (!(value instanceof String text) || text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
