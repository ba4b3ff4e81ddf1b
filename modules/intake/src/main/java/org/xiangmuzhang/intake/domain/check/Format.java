package org.xiangmuzhang.intake.domain.check;

import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.SocialCreditCode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Forms that a rule may ask of a field; each is checked in time that grows with the length. */
public enum Format {
    CREDIT_CODE("[0-9A-HJ-NPQRTUWXY]{18}", Format::isCreditCode),
    PROJECT_CODE("[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}", text -> true),
    MOBILE("1[3-9][0-9]{9}", text -> true),
    POSTCODE("[0-9]{6}", text -> true),
    NUMBER("-?[0-9]{1,15}([.][0-9]{1,6})?", text -> true),
    DATE("[0-9]{4}-[0-9]{2}-[0-9]{2}", text -> date(text).isPresent());

    private final String pattern;
    private final Pattern compiled;
    private final Predicate<String> further;

    Format(String pattern, Predicate<String> further) {
        this.pattern = pattern;
        this.compiled = Pattern.compile(pattern);
        this.further = further;
    }

    /** The form by its name, if there is one. */
    public static Optional<Format> named(String name) {
        return Arrays.stream(values()).filter(format -> format.name().equals(name)).findFirst();
    }

    public boolean fits(String text) {
        return compiled.matcher(text).matches() && further.test(text);
    }

    /** As the attribute of a field in a page has it. */
    public String pattern() {
        return pattern;
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<BigDecimal> number(String text) {
        return NUMBER.compiled.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static boolean isCreditCode(String text) {
        try {
            return !new SocialCreditCode(text).value().isEmpty();
        } catch (Refusal wrong) {
            return false;
        }
    }
}
