package org.xiangmuzhang.catalog.adapter.in.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.xiangmuzhang.catalog.adapter.in.console.GuideForm.AnswerRow;
import org.xiangmuzhang.catalog.domain.guidance.Quantity;
import org.xiangmuzhang.catalog.domain.guidance.Question;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whatever is typed as a question of a guide is one, and reads the same again, or is refused. */
class GuideFormFuzzTests {

    /** Fields as {@code name=value}, with {@code &} between and nothing escaped. */
    @FuzzTest
    void question(byte[] typed) {
        Map<String, String> form = new HashMap<>();
        for (String field : new String(typed, StandardCharsets.UTF_8).split("&")) {
            String[] parts = field.split("=", 2);
            form.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        Question question;
        try {
            question = GuideForm.question(form);
        } catch (Refusal refusal) {
            assertThat(refusal.rule())
                    .matches("guide-.*|form-field-.*|number-.*|character-not-allowed");
            assertThat(refusal.pointers()).isNotEmpty();
            return;
        }
        assertThat(GuideForm.question(printed(question)))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(question);
    }

    private static Map<String, String> printed(Question question) {
        Map<String, String> form = new HashMap<>();
        form.put("code", question.code());
        form.put("kind", question.kind().name());
        form.put("textZh", question.textZh());
        form.put("textEn", question.textEn());
        form.put("hintZh", Objects.requireNonNullElse(question.hintZh(), ""));
        form.put("hintEn", Objects.requireNonNullElse(question.hintEn(), ""));
        form.put("fact", Objects.requireNonNullElse(question.fact(), ""));
        form.put("next", Objects.requireNonNullElse(question.next(), ""));
        Quantity quantity = question.quantity();
        if (quantity != null) {
            form.put("unitZh", quantity.unitZh());
            form.put("unitEn", quantity.unitEn());
            form.put("least", quantity.least().toPlainString());
            form.put("most", quantity.most().toPlainString());
            form.put("decimals", Integer.toString(quantity.decimals()));
        }
        List<AnswerRow> rows = GuideForm.rows(question);
        for (int i = 0; i < rows.size(); i++) {
            AnswerRow row = rows.get(i);
            String at = "answers.%d.".formatted(i);
            form.put(at + "code", row.code());
            form.put(at + "textZh", row.textZh());
            form.put(at + "textEn", row.textEn());
            form.put(at + "from", row.from());
            form.put(at + "below", row.below());
            form.put(at + "next", row.next());
            form.put(at + "items", row.items());
            form.put(at + "without", row.without());
            form.put(at + "materials", row.materials());
            form.put(at + "notes", row.notes());
        }
        return form;
    }
}
