package org.xiangmuzhang.rest.answer;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.AnswerSeal;
import org.xiangmuzhang.rest.KeptAnswers;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answers given in the last seven days, by the database's time: a practice clock that is sent
 * weeks ahead makes no answer old. All but the last method need a transaction.
 */
@Repository
class Answers implements KeptAnswers {

    private static final int BATCH = 5000;
    private static final int LOOKED_AT = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectProvider<AnswerSeal> seal;

    Answers(JdbcClient jdbc, JsonMapper json, ObjectProvider<AnswerSeal> seal) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
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
        AnswerSeal known = seal.getIfAvailable();
        int kept =
                jdbc.sql(
                                """
                                insert into rest.answer as other (caller, key, region, method, path,
                                    fingerprint, status, headers, body, sealed, at)
                                values (:caller, :key, :region, :method, :path,
                                    :fingerprint, :status, cast(:headers as jsonb), :body, :sealed, now())
                                on conflict (caller, key) do update
                                set region = excluded.region, method = excluded.method,
                                    path = excluded.path, fingerprint = excluded.fingerprint,
                                    status = excluded.status, headers = excluded.headers,
                                    body = excluded.body, sealed = excluded.sealed,
                                    at = excluded.at
                                where other.at < now() - interval '7 days'
                                """)
                        .param("caller", question.caller())
                        .param("key", question.key())
                        .param("region", region.code())
                        .param("method", question.method())
                        .param("path", question.path())
                        .param("fingerprint", question.fingerprint())
                        .param("status", answer.status())
                        .param("headers", json.writeValueAsString(answer.headers()))
                        .param("body", known == null ? answer.body() : known.seal(answer.body()))
                        .param("sealed", known != null)
                        .update();
        return kept == 1;
    }

    private record Kept(String caller, String key, byte[] body, boolean sealed) {}

    @Override
    @Transactional
    public void takeOut(String caller, Collection<String> texts) {
        jdbc.sql("delete from rest.answer where caller = :caller and body is not null")
                .param("caller", Fingerprint.ofCaller(caller))
                .update();
        List<byte[]> forms =
                texts.stream()
                        .flatMap(text -> Stream.of(text, inJson(text)))
                        .distinct()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList();
        Kept last = new Kept("", "", new byte[0], false);
        List<Kept> some;
        do {
            some =
                    jdbc.sql(
                                    """
                                    select caller, key, body, sealed from rest.answer
                                     where body is not null and (caller, key) > (:caller, :key)
                                     order by caller, key limit :batch
                                    """)
                            .param("caller", last.caller())
                            .param("key", last.key())
                            .param("batch", LOOKED_AT)
                            .query(Kept.class)
                            .list();
            for (Kept kept : some) {
                last = kept;
                byte[] body = kept.sealed() ? open(kept.body()) : kept.body();
                if (body != null && forms.stream().anyMatch(form -> contains(body, form))) {
                    empty(kept);
                }
            }
        } while (some.size() == LOOKED_AT);
    }

    private String inJson(String text) {
        String quoted = json.writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    private void empty(Kept kept) {
        jdbc.sql("update rest.answer set body = null where caller = :caller and key = :key")
                .param("caller", kept.caller())
                .param("key", kept.key())
                .update();
    }

    private static boolean contains(byte[] body, byte[] part) {
        for (int from = 0; from <= body.length - part.length; from++) {
            if (Arrays.equals(body, from, from + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private byte @Nullable [] open(byte[] sealed) {
        AnswerSeal known = seal.getIfAvailable();
        return known == null ? null : known.open(sealed).orElse(null);
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
        byte[] kept = row.getBytes("body");
        byte[] body = kept != null && row.getBoolean("sealed") ? open(kept) : kept;
        if (body == null) {
            throw Refusal.conflict("kept-answer-gone");
        }
        return new Answer(question, row.getInt("status"), headers, body);
    }
}
