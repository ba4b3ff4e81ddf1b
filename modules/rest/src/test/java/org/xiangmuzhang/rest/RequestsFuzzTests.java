package org.xiangmuzhang.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.xiangmuzhang.kernel.ProjectCode;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Whatever a caller sends is read, and reads the same again, or is refused as its own fault. */
class RequestsFuzzTests {

    private static final JsonMapper JSON = strict();

    /** A body with a field of every sort that bodies have. */
    record Body(
            String text,
            @Nullable LocalDate date,
            @Nullable BigDecimal amount,
            @Nullable Region region,
            @Nullable SocialCreditCode code,
            @Nullable ProjectCode project,
            @Nullable UUID id,
            @Nullable Instant at,
            @Nullable Role role,
            @Nullable Integer count,
            @Nullable Boolean firm,
            @Nullable List<String> words,
            @Nullable Map<String, BigDecimal> measures,
            @Nullable Body inner) {}

    private static JsonMapper strict() {
        try (var context = new AnnotationConfigApplicationContext("org.xiangmuzhang.rest.json")) {
            JsonMapper.Builder builder = JsonMapper.builder();
            context.getBean(JsonMapperBuilderCustomizer.class).customize(builder);
            return builder.build();
        }
    }

    @FuzzTest
    void body(byte[] sent) {
        Body body;
        try {
            body = JSON.readValue(sent, Body.class);
        } catch (JacksonException unreadable) {
            Problem problem = Problems.of(thrown(unreadable, sent));
            assertThat(problem.status()).isIn(400, 422);
            assertThat(problem.rule()).isNotEqualTo("internal-error");
            return;
        }
        if (body != null) {
            assertThat(JSON.readValue(JSON.writeValueAsBytes(body), Body.class)).isEqualTo(body);
        }
    }

    private static HttpMessageNotReadableException thrown(JacksonException cause, byte[] sent) {
        return new HttpMessageNotReadableException("", cause, new MockHttpInputMessage(sent));
    }

    @FuzzTest
    void cursor(byte[] sent) {
        String text = new String(sent, StandardCharsets.UTF_8);
        for (int size = 1; size <= 3; size++) {
            Cursor cursor;
            try {
                cursor = Objects.requireNonNull(Cursor.parse(text, size));
            } catch (Refusal refusal) {
                assertThat(refusal.rule()).isEqualTo("cursor-unreadable");
                continue;
            }
            assertThat(cursor.text()).isEqualTo(text);
            read(cursor, size);
        }
    }

    private static void read(Cursor cursor, int size) {
        for (int part = 0; part < size; part++) {
            int at = part;
            List<Runnable> readings =
                    List.of(
                            () -> cursor.id(at),
                            () -> cursor.instant(at),
                            () -> cursor.number(at),
                            () -> cursor.date(at),
                            () -> cursor.constant(at, Role.class));
            for (Runnable reading : readings) {
                try {
                    reading.run();
                } catch (Refusal refusal) {
                    assertThat(refusal.rule()).isEqualTo("cursor-unreadable");
                }
            }
        }
    }

    @FuzzTest
    void entityTag(byte[] sent) {
        String text = new String(sent, StandardCharsets.UTF_8);
        try {
            EntityTags.check(text, 7);
        } catch (Refusal refusal) {
            assertThat(refusal.rule()).isIn("version-stale", "if-match-missing");
            return;
        }
        assertThat(text).containsAnyOf("\"7\"", "*");
    }

    @FuzzTest
    void language(byte[] sent) {
        assertThat(Languages.of(new String(sent, StandardCharsets.UTF_8)))
                .isIn(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    }
}
