package org.xiangmuzhang.catalog.domain.bundle;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a place says that a package brought: {@code DAYS:55>1WD} from 55 to 1 working days, {@code
 * DAYS:>1D} one day and nothing said of before, {@code TRIPS:-27} so many less, {@code TRIPS:-80%}
 * so many percent less; a tilde says "about", "nearly" or "more than".
 *
 * @param change percent or number that is saved; null when an end is published instead
 * @param unit WD, CD, D (days of a kind that the source does not name), H, MON, CNY, or empty
 */
@ValueObject
public record PublishedFigure(
        Measure measure,
        boolean about,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        @Nullable BigDecimal change,
        boolean percent,
        String unit) {

    private static final String NUMBER = "\\d{1,12}(?:\\.\\d{1,4})?";
    private static final Pattern FORM =
            Pattern.compile(
                    "(DAYS|STEPS|MATERIALS|TRIPS|FIELDS|COST):(~?)(?:(%s)?>(%s)|-(%s))(%%?)(WD|CD|D|H|MON|CNY|)"
                            .formatted(NUMBER, NUMBER, NUMBER));

    /** Whether the text is a figure. */
    public static boolean isForm(String text) {
        return FORM.matcher(text).matches();
    }

    /** Reads what the column has. */
    static PublishedFigure of(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new PublishedFigure(
                Measure.valueOf(Objects.requireNonNull(found.group(1))),
                !Objects.requireNonNull(found.group(2)).isEmpty(),
                number(found.group(3)),
                number(found.group(4)),
                number(found.group(5)),
                !Objects.requireNonNull(found.group(6)).isEmpty(),
                Objects.requireNonNull(found.group(7)));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
