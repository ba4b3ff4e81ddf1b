package org.xiangmuzhang.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;

import java.net.http.HttpResponse;
import java.util.UUID;

import javax.sql.DataSource;

/** One application after the other over one database. */
class RestartTests {

    private final DataSource database = TestDatabase.fresh();
    private final String key = UUID.randomUUID().toString();

    @Test
    void sameKeyAfterARestartHearsTheSameAnswerAndHasNoSecondEffect() {
        HttpResponse<String> first = answerOfANewApplication("{\"name\":\"thing\"}");
        HttpResponse<String> second = answerOfANewApplication("{\"name\":\"thing\"}");
        HttpResponse<String> other = answerOfANewApplication("{\"name\":\"other\"}");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(second.headers().firstValue(header))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(header));
        }
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(
                        JdbcClient.create(database)
                                .sql("select count(*) from things.thing")
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    private HttpResponse<String> answerOfANewApplication(String body) {
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(ThingsApplication.class)
                        .initializers(
                                context ->
                                        context.getBeanFactory()
                                                .registerSingleton(
                                                        "given",
                                                        new ThingsApplication.Given(database)))
                        .run("--server.port=0")) {
            int port =
                    application
                            .getEnvironment()
                            .getRequiredProperty("local.server.port", Integer.class);
            return new Caller(port).postWithKey("/api/things", key, body);
        }
    }
}
