package org.xiangmuzhang.rest.answer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The answers given in the last seven days. All but the last method need a transaction. */
@Repository
class Answers {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int BATCH = 5000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Answers(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Holds the key, and tells what was answered under it. Waits up to ten seconds for another
     * transaction that holds the same key.
     */
    Optional<Answer> take(Question question) {
        return jdbc.sql("select * from rest.take(:caller, :key, :oldest)")
                .param("caller", question.caller())
                .param("key", question.key())
                .param("oldest", oldest())
                .query(this::answer)
                .optional();
    }

    /** Tells whether nobody else has answered under the key meanwhile. */
    boolean keep(Answer answer, Region region) {
        Question question = answer.question();
        int kept =
                jdbc.sql(
                                """
                                insert into rest.answer as known (caller, key, region, method, path,
                                    fingerprint, status, headers, body, at)
                                values (:caller, :key, :region, :method, :path,
                                    :fingerprint, :status, cast(:headers as jsonb), :body, :at)
                                on conflict (caller, key) do update
                                set region = excluded.region, method = excluded.method,
                                    path = excluded.path, fingerprint = excluded.fingerprint,
                                    status = excluded.status, headers = excluded.headers,
                                    body = excluded.body, at = excluded.at
                                where known.at < :oldest
                                """)
                        .param("caller", question.caller())
                        .param("key", question.key())
                        .param("region", region.code())
                        .param("method", question.method())
                        .param("path", question.path())
                        .param("fingerprint", question.fingerprint())
                        .param("status", answer.status())
                        .param("headers", json.writeValueAsString(answer.headers()))
                        .param("body", answer.body())
                        .param("at", Timestamp.from(clock.instant()))
                        .param("oldest", oldest())
                        .update();
        return kept == 1;
    }

    /** Forgets what is older than seven days, a batch at a time. */
    void forget() {
        int forgotten;
        do {
            forgotten =
                    jdbc.sql(
                                    """
                                    delete from rest.answer where (caller, key) in (
                                        select caller, key from rest.answer
                                        where at < :oldest order by at limit :batch)
                                    """)
                            .param("oldest", oldest())
                            .param("batch", BATCH)
                            .update();
        } while (forgotten == BATCH);
    }

    private Timestamp oldest() {
        Instant oldest = clock.instant().minus(KEPT);
        return Timestamp.from(oldest);
    }

    private Answer answer(ResultSet row, int number) throws SQLException {
        Question question =
                new Question(
                        row.getString("caller"),
                        row.getString("key"),
                        row.getString("method"),
                        row.getString("path"),
                        row.getString("fingerprint"));
        Map<String, String> headers =
                json.readValue(row.getString("headers"), new TypeReference<>() {});
        return new Answer(question, row.getInt("status"), headers, row.getBytes("body"));
    }
}
