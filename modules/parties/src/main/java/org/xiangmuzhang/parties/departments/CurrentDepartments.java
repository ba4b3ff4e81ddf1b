package org.xiangmuzhang.parties.departments;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.Departments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Departments in memory, place by place as they are asked for; looks five times a second at one
 * number whether any node has changed one.
 */
@Component
class CurrentDepartments implements Departments {

    private static final long LOOK = Duration.ofMillis(200).toNanos();

    private final JdbcDepartments departments;
    private volatile Known known =
            new Known(-1, System.nanoTime() - LOOK, new ConcurrentHashMap<>());

    CurrentDepartments(JdbcDepartments departments) {
        this.departments = departments;
    }

    private record Known(long head, long lookedAt, Map<Region, List<Department>> byPlace) {}

    @Override
    public @Nullable String name(Region place, String kind, LocalDate day, Locale language) {
        return find(place, kind, day).map(it -> it.name(language)).orElse(null);
    }

    @Override
    public boolean isClosed(Region place, String kind, LocalDate day) {
        return of(place).stream().anyMatch(it -> it.fulfils(kind))
                && find(place, kind, day).isEmpty();
    }

    private Optional<Department> find(Region place, String kind, LocalDate day) {
        return of(place).stream().filter(it -> it.fulfils(kind) && it.counts(day)).findFirst();
    }

    private List<Department> of(Region place) {
        return look().byPlace().computeIfAbsent(place, departments::of);
    }

    private Known look() {
        Known last = known;
        long now = System.nanoTime();
        if (now - last.lookedAt() < LOOK) {
            return last;
        }
        long head = departments.head();
        known =
                new Known(
                        head,
                        now,
                        head == last.head() ? last.byPlace() : new ConcurrentHashMap<>());
        return known;
    }
}
