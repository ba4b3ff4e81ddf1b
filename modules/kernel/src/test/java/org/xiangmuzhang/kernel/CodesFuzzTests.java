package org.xiangmuzhang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Function;

/** Whatever is typed as a code is one, and reads the same again, or is refused by its rule. */
class CodesFuzzTests {

    @FuzzTest
    void projectCode(byte[] typed) {
        takenOrRefused(text(typed), ProjectCode::new, ProjectCode::value, "project-code-");
    }

    @FuzzTest
    void socialCreditCode(byte[] typed) {
        takenOrRefused(
                text(typed), SocialCreditCode::of, SocialCreditCode::value, "social-credit-code-");
    }

    @FuzzTest
    void region(byte[] typed) {
        takenOrRefused(text(typed), Region::new, Region::code, "region-");
    }

    /** What is taken has no telephone in it, and is no name with a number behind it. */
    @FuzzTest
    void documentNumber(byte[] typed) {
        DocumentNumber number =
                takenOrRefused(
                        text(typed), DocumentNumber::of, DocumentNumber::value, "document-number-");
        if (number != null) {
            assertThat(number.value()).hasSizeLessThanOrEqualTo(60).matches("[^\\s<>&\"']+");
            assertThat(number.value()).doesNotMatch("\\p{IsHan}{1,14}-?[0-9]{1,4}");
        }
    }

    @FuzzTest
    void bounds(byte[] typed) {
        String text = text(typed);
        takenOrRefused(text, Bounds::text, Function.identity(), "character-not-allowed");
        try {
            takenOrRefused(
                    text, t -> Bounds.date(LocalDate.parse(t)), LocalDate::toString, "date-");
            takenOrRefused(
                    text, t -> Bounds.number(new BigDecimal(t)), BigDecimal::toString, "number-");
        } catch (java.time.DateTimeException | NumberFormatException noValueAtAll) {
            return;
        }
    }

    private static <T> @Nullable T takenOrRefused(
            String typed, Function<String, T> reads, Function<T, String> prints, String rules) {
        T value;
        try {
            value = reads.apply(typed);
        } catch (Refusal refusal) {
            assertThat(refusal.rule()).startsWith(rules);
            return null;
        }
        assertThat(reads.apply(prints.apply(value))).isEqualTo(value);
        return value;
    }

    private static String text(byte[] typed) {
        return new String(typed, StandardCharsets.UTF_8);
    }
}
