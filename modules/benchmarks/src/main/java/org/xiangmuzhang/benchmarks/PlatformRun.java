package org.xiangmuzhang.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The platform under load over HTTP, signed in, everything on. */
final class PlatformRun {

    private static final double SPARE = 1.6;

    private final Server server;
    private final Clients clients;
    private final long seconds;
    private final Path folder;

    PlatformRun(Server server, Clients clients, long seconds, Path folder) {
        this.server = server;
        this.clients = clients;
        this.seconds = seconds;
        this.folder = folder;
    }

    void measure(Figures figures) {
        server.settle();
        try (HikariDataSource database = server.platform(2);
                RunningPlatform platform = RunningPlatform.start(server, folder)) {
            List<Roads> places =
                    Roads.PLACES.stream().map(place -> new Roads(platform, place)).toList();
            prepare(places, warmUp(places));
            server.settle();
            load(platform, places, database, figures);
            figures.add("start to ready, s", platform.startSeconds());
            figures.add("most resident memory, MiB", platform.memory());
        }
    }

    /** For the compiler of the JVM; gives the projects that the measuring will need. */
    private int warmUp(List<Roads> places) {
        AtomicInteger carried = new AtomicInteger();
        double took =
                clients.during(
                        Clients.WARM_UP,
                        client -> {
                            Roads roads = of(client, places);
                            roads.prepare();
                            carried.incrementAndGet();
                            return roads.carry(new Stopwatch());
                        });
        return (int) (carried.get() / took * seconds * SPARE) + clients.number();
    }

    private void prepare(List<Roads> places, int number) {
        AtomicInteger left = new AtomicInteger(number);
        clients.during(
                Integer.MAX_VALUE,
                client -> {
                    of(client, places).prepare();
                    return left.decrementAndGet() > 0;
                });
    }

    /** Clients are spread over the places, as no person may ask too much at once. */
    private static Roads of(int client, List<Roads> places) {
        return places.get(client % places.size());
    }

    private void load(
            RunningPlatform platform,
            List<Roads> places,
            HikariDataSource database,
            Figures figures) {
        JdbcClient sql = JdbcClient.create(database);
        Stopwatch commands = new Stopwatch();
        Queue<Long> delivered = new ConcurrentLinkedQueue<>();
        long eventsBefore = events(sql);
        double platformBefore = platform.processorTime();
        double compilerBefore = platform.compilerTime();
        double serverBefore = ProcessorTime.of(server);
        long end;
        double took;
        try (ReadModelWatch watch = new ReadModelWatch(database, WorkingConsumers.names())) {
            took =
                    clients.during(
                            seconds,
                            client -> {
                                boolean carried = of(client, places).carry(commands);
                                if (carried) {
                                    delivered.add(System.nanoTime());
                                }
                                return carried;
                            });
            end = System.nanoTime();
            double eventsPerSecond = (events(sql) - eventsBefore) / took;
            figures.add(Figures.EVENTS, eventsPerSecond);
            backlog(watch.looks(), eventsPerSecond, figures);
            watch.awaitHeld(end);
            count(delivered, watch.looks(), end, took, figures);
        }
        double cases = delivered.size();
        figures.add(
                "processor time of the application for a case, ms",
                (platform.processorTime() - platformBefore) / cases);
        figures.add(
                "of it the compiler of the JVM, ms",
                (platform.compilerTime() - compilerBefore) / cases);
        figures.add(
                "processor time of PostgreSQL for a case, ms",
                (ProcessorTime.of(server) - serverBefore) / cases);
        figures.add("commands per second", commands.count() / took);
        commands.byCommand()
                .forEach(
                        (command, millis) -> {
                            figures.add(command + ", median, ms", millis.median());
                            figures.add(command + ", 99th percentile, ms", millis.p99());
                        });
    }

    private static void backlog(Looks looks, double eventsPerSecond, Figures figures) {
        figures.add("events behind, first third", looks.behind(0, 3));
        figures.add("events behind, last third", looks.behind(2, 3));
        looks.consumers()
                .forEach(
                        consumer ->
                                figures.add(
                                        "of it " + consumer + ", on the average",
                                        looks.behind(consumer)));
        boolean grows = looks.backlogGrows(eventsPerSecond);
        figures.say(
                "The backlog %s; the slowest consumer was %s."
                        .formatted(grows ? "GROWS" : "does not grow", looks.slowest()));
    }

    private static void count(
            Queue<Long> delivered, Looks looks, long end, double took, Figures figures) {
        long counted =
                delivered.stream()
                        .map(looks::held)
                        .filter(held -> held.isPresent() && held.getAsLong() <= end)
                        .count();
        figures.add(Figures.CASES, counted / took);
        Percentiles lag =
                Percentiles.of(
                        delivered.stream().mapToDouble(at -> (heldOf(looks.held(at)) - at) / 1e6));
        figures.add("delivered to held by every read model, median, ms", lag.median());
        figures.add("delivered to held by every read model, 99th percentile, ms", lag.p99());
    }

    private static long heldOf(OptionalLong held) {
        return held.orElseThrow();
    }

    private static long events(JdbcClient sql) {
        return sql.sql("select count(*) from eventlog.event").query(Long.class).single();
    }
}
