package org.xiangmuzhang.steward;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.eventlog.CurrentActor;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.ItemClock;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.api.ParcelView;
import org.xiangmuzhang.land.api.Parcels;
import org.xiangmuzhang.steward.spi.OpenPromises;
import org.xiangmuzhang.timers.Timetable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

/** Steward with the real catalog, parties, files and log; land and intake say what a test says. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "org.xiangmuzhang.steward",
            "org.xiangmuzhang.catalog.application",
            "org.xiangmuzhang.catalog.adapter.out",
            "org.xiangmuzhang.catalog.adapter.in.files",
            "org.xiangmuzhang.parties",
            "org.xiangmuzhang.settings",
            "org.xiangmuzhang.files"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "org\\.xiangmuzhang\\.steward\\.(StewardSite.*|adapter\\.in\\.(rest|console)\\..*)"))
class StewardApplication {

    static final Instant MONDAY = Instant.parse("2026-11-02T02:00:00Z");

    volatile @Nullable Actor actor;

    @Bean
    CurrentActor currentActor() {
        return () -> actor;
    }

    @Bean
    static DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    ToldApplications applications() {
        return new ToldApplications();
    }

    @Bean
    ToldParcels parcels() {
        return new ToldParcels();
    }

    @Bean
    ToldPromises promises() {
        return new ToldPromises();
    }

    @Bean
    NotedTimetable timetable() {
        return new NotedTimetable();
    }

    /** Notes what was wanted soon, and does nothing. */
    static final class NotedTimetable implements Timetable {

        final List<String> wanted = new CopyOnWriteArrayList<>();

        @Override
        public void soon(String work) {
            wanted.add(work);
        }
    }

    /** Stands still until a test moves it on. */
    static final class MovableClock extends Clock {

        private volatile Instant now = MONDAY;

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Intake as far as a test tells of it, and what intake was told. */
    static final class ToldApplications implements Applications {

        final Map<UUID, List<ApplicationView>> ofProject = new ConcurrentHashMap<>();
        final Map<UUID, ItemClock> clocks = new ConcurrentHashMap<>();
        final List<String> told = new CopyOnWriteArrayList<>();

        /** With which sights it was asked for a project's applications. */
        final Set<Sight> askedWith = ConcurrentHashMap.newKeySet();

        @Override
        public Optional<ApplicationView> byId(UUID id) {
            return Optional.empty();
        }

        @Override
        public List<ApplicationView> ofProject(UUID project) {
            askedWith.add(Sight.current());
            return ofProject.getOrDefault(project, List.of());
        }

        @Override
        public Optional<ItemClock> clock(UUID task) {
            return Optional.ofNullable(clocks.get(task));
        }

        @Override
        public void landRightEstablished(
                UUID project, UUID parcel, LocalDate on, int planningConditions) {
            told.add(project + " LAND_RIGHT " + planningConditions);
        }

        @Override
        public void decidedElsewhere(UUID project, String condition, LocalDate on) {
            told.add(project + " elsewhere " + condition);
        }

        @Override
        public void conditionMet(UUID project, String condition, LocalDate on) {
            told.add(project + " " + condition);
        }
    }

    /** What else is open, as a test tells. */
    static final class ToldPromises implements OpenPromises {

        final Map<UUID, List<Promise>> open = new ConcurrentHashMap<>();

        @Override
        public List<Promise> due(Region region, LocalDate until, int limit) {
            return List.of();
        }

        @Override
        public Set<UUID> open(Collection<UUID> promises) {
            return Set.of();
        }

        @Override
        public List<Promise> of(UUID project) {
            return open.getOrDefault(project, List.of());
        }
    }

    /** Land as far as a test tells of it. */
    static final class ToldParcels implements Parcels {

        final Map<UUID, List<ParcelView>> ofProject = new ConcurrentHashMap<>();

        @Override
        public Optional<ParcelView> byId(UUID id) {
            return Optional.empty();
        }

        @Override
        public List<ParcelView> ofProject(UUID project) {
            return ofProject.getOrDefault(project, List.of());
        }
    }
}
