package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows every table has and what they add up to, but for the technical ones: answers that
 * were given, positions of consumers, timers, and what was tried in an enterprise's name.
 */
final class TableSums {

    private static final String TABLES =
            """
            select format('%I.%I', table_schema, table_name)
              from information_schema.tables
             where table_type = 'BASE TABLE'
               and table_schema not in ('pg_catalog', 'information_schema')
               and format('%I.%I', table_schema, table_name) not in
                   ('rest.answer', 'eventlog.token', 'steward.code_serial', 'steward.act_in_name',
                    'timers.scheduled_tasks',
                    'signin.session', 'signin.session_attributes')
            """;

    /** Made by whatever comes first after midnight; they belong to nobody. */
    private static final String KEYS_OF_DAYS =
            " where t::text not like '(00000000-0000-0001-0000-%%'";

    private final JdbcClient jdbc;
    private final List<String> tables;

    TableSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tables = jdbc.sql(TABLES).query(String.class).list();
    }

    /**
     * The same but for what the time of day sweeps, for what deeds let wait for nobody, for the
     * sign-ins of those whose sessions have become old meanwhile, and for first secrets, whose
     * wrong tries are counted.
     */
    Map<String, String> standing() {
        return standing(now());
    }

    Map<String, String> now() {
        return each(
                "select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from"
                        + " %s t"
                        + KEYS_OF_DAYS);
    }

    /**
     * Told in a tenth of the time by the transactions that wrote the rows: also differs where a row
     * was written as it had been.
     */
    Map<String, String> written() {
        return each(
                "select count(*) || ' rows, ' || coalesce(sum(xmin::text::bigint), 0) from %s t");
    }

    Map<String, String> writtenStanding() {
        return standing(written());
    }

    private Map<String, String> each(String sql) {
        Map<String, String> sums = new TreeMap<>();
        for (String table : tables) {
            sums.put(table, jdbc.sql(sql.formatted(table)).query(String.class).single());
        }
        return sums;
    }

    private static Map<String, String> standing(Map<String, String> sums) {
        sums.keySet()
                .removeAll(
                        List.of(
                                "supervision.clock",
                                "eventlog.parked",
                                "eventlog.parked_act",
                                "eventlog.passed_over",
                                "signin.past_sign_in",
                                "signin.first_secret"));
        return sums;
    }
}
