package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks through every recorded event for what names somebody or is free text. */
final class NamesInLog {

    private static final String TEXTS =
            """
            select text from public.opened
            union select name from parties.enterprise
            union select name from files.file
            union select name from steward.project
            """;

    /** But for single characters, dates and ids: names that wrong input gave. */
    private static final String OF_SOMEBODY =
            "select text from (%s) texts where text !~ '%s'"
                    .formatted(
                            TEXTS,
                            "^(.|[+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2}|[0-9a-f]{8}-[0-9a-f-]{27})$");

    private static final String FOUND =
            """
            select distinct e.payload_type || ': ' || t.text
              from eventlog.event e
              join (%s) t
                on position(t.text in e.payload::text || ' ' || e.metadata::text) > 0
            """
                    .formatted(OF_SOMEBODY);

    private static final String COME =
            FOUND.replace(
                    "eventlog.event e",
                    "(select * from eventlog.event where global_index > :seen) e");

    /** Two Chinese characters, seven digits, or two words with a hyphen and a digit. */
    private static final Pattern TELLING =
            Pattern.compile("\\p{IsHan}{2}|[0-9]{7}|^[a-z]+-[a-z0-9-]*[0-9]");

    /** Number of the lines that were looked through. */
    private static int printed;

    /** Last index of the shared platform's log that was looked through. */
    private static long seen;

    private NamesInLog() {}

    /** What came into the shared platform's log since this was last asked. */
    static synchronized void mustNotHaveCome(Platform shared) {
        shared.settle();
        JdbcClient jdbc = opened(shared);
        long head =
                jdbc.sql("select coalesce(max(global_index), 0) from eventlog.event")
                        .query(Long.class)
                        .single();
        assertThat(jdbc.sql(COME).param("seen", seen).query(String.class).list()).isEmpty();
        seen = head;
    }

    /** What the lines that were logged since this was last asked say of somebody. */
    static synchronized void mustNotHaveBeenPrinted(Platform shared) {
        int size = Printed.size();
        String lines = String.join("", Printed.since(printed));
        assertThat(telling(shared).filter(lines::contains)).isEmpty();
        printed = size;
    }

    /** The names, logins, numbers and texts that no word of a program happens to be. */
    static Stream<String> telling(Platform platform) {
        return opened(platform).sql(OF_SOMEBODY).query(String.class).list().stream()
                .filter(text -> TELLING.matcher(text).find());
    }

    /** The whole log, with the names of every story so far. */
    static void mustBeNone(Platform platform) {
        platform.settle();
        JdbcClient jdbc = opened(platform);
        assertThat(jdbc.sql("select count(*) from eventlog.event").query(Long.class).single())
                .isPositive();
        assertThat(jdbc.sql(TEXTS).query(String.class).list()).hasSizeGreaterThan(20);
        assertThat(jdbc.sql(FOUND).query(String.class).list()).isEmpty();
    }

    /**
     * What would be found in one more event that carries a person's name, and one with a file's.
     */
    static List<String> inPlantedEvents(Platform platform) {
        return opened(platform)
                .sql(
                        """
                        with planted as (
                            (select 'payload' as payload_type, text as payload, '' as metadata
                               from public.opened limit 1)
                            union all
                            (select 'metadata', '', name from files.file limit 1))
                        """
                                + FOUND.replace("eventlog.event e", "planted e"))
                .query(String.class)
                .list();
    }

    /** What is sealed in the tables, opened in one of the test's own: names, phones and remarks. */
    private static JdbcClient opened(Platform platform) {
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        People people = platform.bean(People.class);
        Stream<String> ofPeople =
                ids(jdbc, "select id from parties.person").stream()
                        .flatMap(id -> people.byId(id).stream())
                        .flatMap(
                                person -> Stream.of(person.login(), person.name(), person.phone()));
        Stream<String> remarks =
                platform
                        .bean(Remarks.class)
                        .texts(ids(jdbc, "select id from parties.remark"))
                        .values()
                        .stream();
        jdbc.sql("create table if not exists public.opened (text text)").update();
        jdbc.sql("truncate public.opened").update();
        jdbc.sql("insert into public.opened select unnest(?)")
                .param(
                        Stream.concat(ofPeople, remarks)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toArray(String[]::new))
                .update();
        return jdbc;
    }

    private static List<UUID> ids(JdbcClient jdbc, String from) {
        return jdbc.sql(from).query(UUID.class).list();
    }
}
