package org.xiangmuzhang.rest.answer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * The answers given in the last seven days, by the database's time: a practice clock that is sent
 * weeks ahead makes no answer old. All but the last method need a transaction.
 */
@Repository
class Answers {

    private static final int BATCH = 5000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Answers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Holds the key, and tells what was answered under it. Waits up to ten seconds for another
     * transaction that holds the same key.
     */
    Optional<Answer> take(Question question) {
        return jdbc.sql("select * from rest.take(:caller, :key)")
                .param("caller", question.caller())
                .param("key", question.key())
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
                                    :fingerprint, :status, cast(:headers as jsonb), :body, now())
                                on conflict (caller, key) do update
                                set region = excluded.region, method = excluded.method,
                                    path = excluded.path, fingerprint = excluded.fingerprint,
                                    status = excluded.status, headers = excluded.headers,
                                    body = excluded.body, at = excluded.at
                                where known.at < now() - interval '7 days'
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
                                        where at < now() - interval '7 days'
                                        order by at limit :batch)
                                    """)
                            .param("batch", BATCH)
                            .update();
        } while (forgotten == BATCH);
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
