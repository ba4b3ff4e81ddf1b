package org.xiangmuzhang.journey;

import com.zaxxer.hikari.HikariDataSource;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.xiangmuzhang.XiangmuzhangApplication;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.timers.RecurringWork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The whole platform on a port of its own, over a database of its own; shared by the journeys. */
final class Platform {

    static final String SECRET = "xiangmuzhang";

    /** What the identity provider shows. */
    static final String SCIM = "a-token-of-the-operator";

    private static final class Shared {
        static final Platform PLATFORM = start((HikariDataSource) TestDatabase.fresh());

        static {
            started = PLATFORM;
        }
    }

    private static final class OfPages {
        static final Platform PLATFORM = start((HikariDataSource) TestDatabase.fresh());
    }

    private static volatile @Nullable Platform started;

    private final ConfigurableApplicationContext context;
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    private Platform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Platform shared() {
        return Shared.PLATFORM;
    }

    /** Another one, whose pages are looked at while journeys are played on the shared one. */
    static Platform ofPages() {
        return OfPages.PLATFORM;
    }

    /** The shared platform, if a journey has asked for it yet. */
    static Optional<Platform> sharedSoFar() {
        return Optional.ofNullable(started);
    }

    static Platform start(HikariDataSource database, String... more) {
        Path files;
        try {
            files = Files.createTempDirectory(Path.of("target"), "files");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] arguments = {
            "--server.port=0",
            "--spring.datasource.url=" + database.getJdbcUrl(),
            "--spring.datasource.username=" + database.getUsername(),
            "--spring.datasource.password=" + database.getPassword(),
            "--xiangmuzhang.files.directory=" + files.toAbsolutePath(),
            "--xiangmuzhang.scim.token=" + SCIM,
            "--xiangmuzhang.webhooks.loopback=true"
        };
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(
                new SpringApplicationBuilder(
                        XiangmuzhangApplication.class,
                        Spans.class,
                        ErrorsOnRequest.class,
                        Rehearsals.class),
                all);
    }

    /** As a newcomer starts it, with the embedded database below xiangmuzhang.root. */
    static Platform startAsItComes() {
        return run(
                new SpringApplicationBuilder(XiangmuzhangApplication.class, Spans.class),
                "--server.port=0");
    }

    private static Platform run(SpringApplicationBuilder application, String... arguments) {
        return new Platform(application.listeners(Printed.listener()).run(arguments));
    }

    String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    Caller as(String login) {
        return callers.compute(
                login,
                (name, known) ->
                        known == null || known.isOld()
                                ? Caller.as(address(), name, SECRET)
                                : known);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    <T> Stream<T> beans(Class<T> type) {
        return context.getBeanProvider(type).stream();
    }

    void stop() {
        context.close();
    }

    /** Waits until every consumer has seen what is in the log now. */
    void settle() {
        LogReader log = bean(LogReader.class);
        await(
                "consumers have caught up, also with what they told each other",
                () -> {
                    long head = log.head();
                    return log.caughtUp() && log.head() == head;
                });
    }

    /** Settles, and lets no recurring work be due: what changes from now on is done by somebody. */
    void quieten() {
        settle();
        beans(RecurringWork.class).forEach(work -> work.run().run());
        settle();
    }

    LocalDate today() {
        return LocalDate.parse(
                as("administrator").get("/api/practice-clock").get("today").asString());
    }

    /** Sends the practice clock to the morning of a later day. */
    void forwardTo(LocalDate day) {
        as("administrator").post("/api/practice-clock", Map.of("to", day.toString()));
        settle();
    }

    static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
