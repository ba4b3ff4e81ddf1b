package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.eventlog.Batches;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.wall.OnWall;
import org.xiangmuzhang.steward.port.in.WallKeeping;
import org.xiangmuzhang.steward.port.out.Wall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the rows of the wall chart from the events and from nothing else. */
@Component
class WallBook implements WallKeeping {

    private final Batches batches;
    private final Wall wall;

    WallBook(Batches batches, Wall wall) {
        this.batches = batches;
        this.wall = wall;
    }

    @Override
    public void note(LoggedEvent event, Instant recorded, long position) {
        if (event.project() != null) {
            LocalDate day = LocalDate.ofInstant(recorded, WorkingDays.ZONE);
            batches.gather(
                    Notes.class,
                    Notes::new,
                    notes -> notes.all.add(new Note(event, day, position)));
        }
    }

    private record Note(LoggedEvent event, LocalDate day, long position) {}

    private record Place(UUID project, LocalDate day) {}

    /** What a batch of events changes: projects are read together, and written a day at a time. */
    private final class Notes implements Batches.Gathered {

        private final List<Note> all = new ArrayList<>();

        @Override
        public void finish() {
            Set<UUID> projects =
                    all.stream()
                            .map(note -> Objects.requireNonNull(note.event().project()))
                            .collect(Collectors.toSet());
            Map<UUID, Wall.Told> known = wall.projects(projects);
            Map<Place, Wall.Told> told = new LinkedHashMap<>();
            for (Note note : all) {
                UUID project = Objects.requireNonNull(note.event().project());
                Wall.Told before = known.get(project);
                OnWall was = before == null ? null : before.project();
                OnWall now = OnWall.after(was, note.event());
                if (now != null && !now.equals(was)) {
                    LocalDate day = before == null ? note.day() : later(before.day(), note.day());
                    Wall.Told next = new Wall.Told(now, day, note.position());
                    known.put(project, next);
                    told.put(new Place(project, day), next);
                }
            }
            if (!told.isEmpty()) {
                wall.put(List.copyOf(told.values()));
            }
        }
    }

    /** Where a clock was set back, what was recorded later belongs to the day before it. */
    private static LocalDate later(LocalDate before, LocalDate day) {
        return before.isAfter(day) ? before : day;
    }

    @Override
    @Transactional
    public void begin() {
        wall.clear();
    }
}
