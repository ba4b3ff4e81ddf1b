package org.xiangmuzhang.catalog.domain.guidance;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * One answer that a question may get.
 *
 * @param code unique in its question; {@code YES} and {@code NO} where one says yes or no
 * @param from of a number: the least that this answer stands for, or null for the question's least
 * @param below of a number: the first that it stands for no more, or null up to the question's most
 * @param next code of the question to go on with, {@link Guide#END}, or null: as the question says
 */
@ValueObject
public record Answer(
        String code,
        String textZh,
        String textEn,
        @Nullable BigDecimal from,
        @Nullable BigDecimal below,
        List<Given> gives,
        @Nullable String next) {

    static final String YES = "YES";
    static final String NO = "NO";
    private static final int LONGEST = 200;
    private static final int GIVES = 60;

    public Answer {
        Sentences.code(code, "/code");
        Sentences.text(textZh, LONGEST, "/textZh");
        Sentences.text(textEn, LONGEST, "/textEn");
        Sentences.atMost(gives, GIVES, "/gives");
        Sentences.lead(next, "/next");
        gives = List.copyOf(gives);
    }

    /** The answer that gives this and goes on as its question says. */
    public static Answer of(String code, String textZh, String textEn, Given... gives) {
        return new Answer(code, textZh, textEn, null, null, List.of(gives), null);
    }

    /** The same that goes on with another question. */
    public Answer then(@Nullable String question) {
        return new Answer(code, textZh, textEn, from, below, gives, question);
    }

    /** The same for numbers from the one on and below the other. */
    public Answer within(@Nullable BigDecimal least, @Nullable BigDecimal first) {
        return new Answer(code, textZh, textEn, least, first, gives, next);
    }

    boolean holds(BigDecimal number) {
        return (from == null || from.compareTo(number) <= 0)
                && (below == null || number.compareTo(below) < 0);
    }
}
