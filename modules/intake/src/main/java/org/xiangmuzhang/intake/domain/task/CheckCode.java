package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigInteger;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * 核验码: what stands beside a document number, so that whoever is shown the document can ask whether
 * it holds. Twenty-six characters of Crockford's base 32 in groups of five, for the id of the item
 * that was decided; the 62 drawn bits of the id keep others from guessing one.
 */
@ValueObject
public record CheckCode(UUID task) {

    private static final int RADIX = 32;
    private static final int LENGTH = 26;
    private static final int BITS = 64;
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    /**
     * As somebody typed or read it aloud: in any case, with or without its bars, O for 0, I or L
     * for 1.
     *
     * @throws Refusal {@code check-code-malformed} at {@code /code}
     */
    public static CheckCode parse(String typed) {
        String code =
                typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replaceAll("[IL]", "1");
        if (!FORM.matcher(code).matches()) {
            throw Refusal.invalid("check-code-malformed", "/code");
        }
        BigInteger number = new BigInteger(translated(code, LETTERS, DIGITS), RADIX);
        return new CheckCode(new UUID(number.shiftRight(BITS).longValue(), number.longValue()));
    }

    /** In groups of five, with bars between. */
    public String text() {
        String number = new BigInteger(task.toString().replace("-", ""), 16).toString(RADIX);
        String code = translated("0".repeat(LENGTH - number.length()) + number, DIGITS, LETTERS);
        return code.replaceAll("(.{5})(?=.)", "$1-");
    }

    private static String translated(String text, String from, String to) {
        StringBuilder translated = new StringBuilder();
        text.chars().forEach(letter -> translated.append(to.charAt(from.indexOf(letter))));
        return translated.toString();
    }
}
