package org.xiangmuzhang.rest.answer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

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
     * Takes the key, and tells whether it was free. Waits up to ten seconds for another transaction
     * that holds the same key.
     */
    boolean take(Question question) {
        int taken =
                jdbc.sql(
                                """
                                insert into rest.answer as taken
                                    (caller, key, method, path, fingerprint, at)
                                select :caller, :key, :method, :path, :fingerprint, now()
                                from set_config('lock_timeout', '10s', true)
                                on conflict (caller, key) do update
                                set method = excluded.method, path = excluded.path,
                                    fingerprint = excluded.fingerprint, at = excluded.at
                                where taken.at < now() - interval '7 days'
                                """)
                        .param("caller", question.caller())
                        .param("key", question.key())
                        .param("method", question.method())
                        .param("path", question.path())
                        .param("fingerprint", question.fingerprint())
                        .update();
        jdbc.sql("set local lock_timeout to default").update();
        return taken == 1;
    }

    Answer given(Question question) {
        return jdbc.sql("select * from rest.answer where caller = :caller and key = :key")
                .param("caller", question.caller())
                .param("key", question.key())
                .query(this::answer)
                .single();
    }

    void keep(Answer answer, Region region) {
        jdbc.sql(
                        """
                        update rest.answer set region = :region, status = :status,
                            headers = cast(:headers as jsonb), body = :body
                        where caller = :caller and key = :key
                        """)
                .param("region", region.code())
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", answer.body())
                .param("caller", answer.question().caller())
                .param("key", answer.question().key())
                .update();
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
