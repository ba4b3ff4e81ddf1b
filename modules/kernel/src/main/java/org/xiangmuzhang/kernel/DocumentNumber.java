package org.xiangmuzhang.kernel;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The number of an official paper (文号). It may stand in an event, so it has the shape of a number
 * and room for nothing else: an authority's word, a year in brackets and a serial, as in {@code
 * 晋自然预〔2026〕8号}; or a code of letters and digits, as in {@code GRANT-2026-1}. Behind a Chinese word
 * the code has a year and then a serial, as in {@code 供电合同-2026-17} or {@code 地字第140500202600012号}:
 * a word with a bare number behind it may be somebody's name. Eleven or more digits in a row are
 * only a region, a year since 2015 and a serial, so that no telephone and no identity number goes
 * through. At most 60 characters.
 */
public record DocumentNumber(String value) {

    private static final String WORD = "[\\p{IsHan}A-Za-z]";
    private static final String YEAR = "[〔［\\[(（](19|20)\\d{2}[〕］\\])）]";

    private static final String CODE = "[A-Za-z0-9]+([-_./][A-Za-z0-9]+)*号?";
    private static final String YEAR_AND_SERIAL =
            "(.*[^0-9])?([0-9]{6})?(19|20)[0-9]{2}[A-Za-z._/-]*[0-9]";

    private static final List<Pattern> FORMS =
            List.of(
                    Pattern.compile(
                            WORD
                                    + "{1,16}"
                                    + YEAR
                                    + WORD
                                    + "{0,14}(-?[0-9]{1,7}){1,3}号?(之[0-9]{1,3})?"),
                    Pattern.compile("(?=[A-Za-z._/-]*[0-9])" + CODE),
                    Pattern.compile("\\p{IsHan}{1,14}-?(?=" + YEAR_AND_SERIAL + ")" + CODE));
    private static final Pattern LONG_RUN =
            Pattern.compile(
                    "(?<![0-9])(?![0-9]{6}20(1[5-9]|[2-9][0-9])[0-9]{5,8}(?![0-9]))[0-9]{11,}");

    public DocumentNumber {
        String number = value;
        if (number.length() > 60
                || FORMS.stream().noneMatch(form -> form.matcher(number).matches())) {
            throw Refusal.invalid("document-number-form", "/documentNumber");
        }
        if (LONG_RUN.matcher(number).find()) {
            throw Refusal.invalid("document-number-digits", "/documentNumber");
        }
    }

    /** As it was typed, without blanks around it. */
    public static DocumentNumber of(String typed) {
        return new DocumentNumber(typed.strip());
    }
}
