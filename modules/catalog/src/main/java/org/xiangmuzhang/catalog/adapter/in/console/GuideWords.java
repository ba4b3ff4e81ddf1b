package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.guidance.Answer;
import org.xiangmuzhang.catalog.domain.guidance.Given;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.GuideLine;
import org.xiangmuzhang.catalog.domain.guidance.Notice;
import org.xiangmuzhang.catalog.domain.guidance.Quantity;
import org.xiangmuzhang.catalog.domain.guidance.Question;
import org.xiangmuzhang.catalog.domain.guidance.Walk;
import org.xiangmuzhang.catalog.domain.guidance.WorkLine;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a guide says, in the visitor's language. */
public final class GuideWords {

    private final boolean english;

    GuideWords(Locale locale) {
        this.english = locale.getLanguage().equals("en");
    }

    public String name(Guide guide) {
        return english ? guide.nameEn() : guide.nameZh();
    }

    public String name(GuideLine guide) {
        return english ? guide.nameEn() : guide.nameZh();
    }

    public String name(WorkLine guide) {
        return english ? guide.nameEn() : guide.nameZh();
    }

    public String name(Notice.Paper paper) {
        return english ? paper.nameEn() : paper.nameZh();
    }

    public String summary(Guide guide) {
        return english ? guide.summaryEn() : guide.summaryZh();
    }

    public String summary(GuideLine guide) {
        return english ? guide.summaryEn() : guide.summaryZh();
    }

    public String text(Question question) {
        return english ? question.textEn() : question.textZh();
    }

    public String text(Answer answer) {
        return english ? answer.textEn() : answer.textZh();
    }

    public @Nullable String text(Given given) {
        return english ? given.en() : given.zh();
    }

    public @Nullable String hint(Question question) {
        return english ? question.hintEn() : question.hintZh();
    }

    public String unit(Quantity quantity) {
        return english ? quantity.unitEn() : quantity.unitZh();
    }

    public String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** What was answered, or nothing when none of several was chosen. */
    public String answered(Walk.Reply reply) {
        Quantity quantity = reply.question().quantity();
        BigDecimal number = reply.number();
        return quantity != null && number != null
                ? number(number) + " " + unit(quantity)
                : reply.chosen().stream()
                        .map(this::text)
                        .collect(Collectors.joining(english ? ", " : "、"));
    }
}
