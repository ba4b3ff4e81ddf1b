package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/** Looks through every recorded event for what names somebody or is free text. */
final class NamesInLog {

    private static final String TEXTS =
            """
            select name as text from parties.person
            union select phone from parties.person where phone is not null
            union select login from parties.person
            union select name from parties.enterprise
            union select text from parties.remark
            union select name from files.file
            union select name from steward.project
            """;

    /** Single characters, dates and ids: names that wrong input gave its projects. */
    private static final String NOBODY =
            "^(.|[0-9]{4,5}-[0-9]{2}-[0-9]{2}|[0-9a-f]{8}-[0-9a-f-]{27})$";

    private static final String FOUND =
            """
            select distinct e.payload_type || ': ' || t.text
              from eventlog.event e
              join (select text from (%s) texts where text !~ '%s') t
                on position(t.text in e.payload::text || ' ' || e.metadata::text) > 0
            """
                    .formatted(TEXTS, NOBODY);

    private static final String COME =
            FOUND.replace(
                    "eventlog.event e",
                    "(select * from eventlog.event where global_index > :seen) e");

    /** Last index of the shared platform's log that was looked through. */
    private static long seen;

    private NamesInLog() {}

    /** What came into the shared platform's log since this was last asked. */
    static synchronized void mustNotHaveCome(Platform shared) {
        shared.settle();
        JdbcClient jdbc = shared.bean(JdbcClient.class);
        long head =
                jdbc.sql("select coalesce(max(global_index), 0) from eventlog.event")
                        .query(Long.class)
                        .single();
        assertThat(jdbc.sql(COME).param("seen", seen).query(String.class).list()).isEmpty();
        seen = head;
    }

    /** The whole log, with the names of every story so far. */
    static void mustBeNone(Platform platform) {
        platform.settle();
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        assertThat(jdbc.sql("select count(*) from eventlog.event").query(Long.class).single())
                .isPositive();
        assertThat(jdbc.sql(TEXTS).query(String.class).list()).hasSizeGreaterThan(20);
        assertThat(jdbc.sql(FOUND).query(String.class).list()).isEmpty();
    }

    /**
     * What would be found in one more event that carries a person's name, and one with a file's.
     */
    static List<String> inPlantedEvents(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        with planted as (
                            (select 'payload' as payload_type, name as payload, '' as metadata
                               from parties.person limit 1)
                            union all
                            (select 'metadata', '', name from files.file limit 1))
                        """
                                + FOUND.replace("eventlog.event e", "planted e"))
                .query(String.class)
                .list();
    }
}
