package org.xiangmuzhang.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.XiangmuzhangApplication;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.eventlog.Rebuilds;

import java.util.List;

/**
 * How fast read models are made anew from the log that the load has left, in a platform within this
 * process that does nothing else meanwhile.
 */
final class Replays {

    private static final int BATCH = 1000;

    private final Server server;

    Replays(Server server) {
        this.server = server;
    }

    void measure(Figures figures) {
        forgetEmptyHandler();
        try {
            makeAnew(figures);
        } finally {
            forgetEmptyHandler();
        }
    }

    /** It has a position only while it is measured: nobody goes on from there in the next run. */
    private void forgetEmptyHandler() {
        try (HikariDataSource platform = server.platform(1)) {
            JdbcClient.create(platform)
                    .sql("delete from eventlog.token where processor_name = ?")
                    .param(EmptyHandler.GROUP)
                    .update();
        }
    }

    private void makeAnew(Figures figures) {
        try (ConfigurableApplicationContext platform =
                new SpringApplicationBuilder(XiangmuzhangApplication.class)
                        .run(
                                "--server.port=0",
                                "--logging.level.root=warn",
                                "--spring.datasource.url=" + server.address(),
                                "--spring.datasource.username=" + server.user(),
                                "--spring.datasource.password=" + server.password())) {
            awaitReadModels(platform);
            JdbcClient sql = platform.getBean(JdbcClient.class);
            readAndParse(platform);
            figures.add(Figures.PARSED, readAndParse(platform));
            figures.add(
                    "empty handler, events per second",
                    anew(platform, EmptyHandler.GROUP, () -> {}));
            figures.add(
                    Figures.LEDGER,
                    anew(
                            platform,
                            "supervision.ledger",
                            () -> sql.sql("truncate supervision.task cascade").update()));
            figures.add(
                    "board made anew, events per second",
                    anew(
                            platform,
                            "steward.board",
                            () -> sql.sql("truncate steward.board").update()));
        }
    }

    private static double anew(
            ConfigurableApplicationContext platform, String group, Runnable empty) {
        long events =
                platform.getBean(JdbcClient.class)
                        .sql("select count(*) from eventlog.event")
                        .query(Long.class)
                        .single();
        long began = System.nanoTime();
        platform.getBean(Rebuilds.class).fromFirstEvent(group, empty);
        awaitReadModels(platform);
        return events / ((System.nanoTime() - began) / 1e9);
    }

    private static void awaitReadModels(ConfigurableApplicationContext platform) {
        LogReader log = platform.getBean(LogReader.class);
        while (!log.caughtUp()) {
            RunningPlatform.pause(20);
        }
    }

    /** One thread, batch by batch, every event into its class. */
    private static double readAndParse(ConfigurableApplicationContext platform) {
        JdbcClient sql = platform.getBean(JdbcClient.class);
        Serializer serializer = platform.getBean("eventSerializer", Serializer.class);
        long began = System.nanoTime();
        long events = 0;
        for (List<Long> read = List.of(0L); !read.isEmpty(); events += read.size()) {
            read =
                    sql.sql(
                                    """
                                    select global_index, payload_type, payload_revision, payload::text,
                                        metadata::text
                                    from eventlog.event where global_index > ?
                                    order by global_index limit ?
                                    """)
                            .params(read.getLast(), BATCH)
                            .query(
                                    (row, number) -> {
                                        serializer.deserialize(
                                                new SimpleSerializedObject<>(
                                                        row.getString("payload"),
                                                        String.class,
                                                        row.getString("payload_type"),
                                                        row.getString("payload_revision")));
                                        serializer.deserialize(
                                                new SimpleSerializedObject<>(
                                                        row.getString("metadata"),
                                                        String.class,
                                                        "org.axonframework.messaging.MetaData",
                                                        null));
                                        return row.getLong("global_index");
                                    })
                            .list();
        }
        return events / ((System.nanoTime() - began) / 1e9);
    }
}
