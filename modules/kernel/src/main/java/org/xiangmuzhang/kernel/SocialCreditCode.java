package org.xiangmuzhang.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** 统一社会信用代码 (GB 32100-2015): 18 characters, the last one a check character. */
public record SocialCreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM =
            Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    public SocialCreditCode {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.invalid("social-credit-code-form", "/socialCreditCode");
        }
        if (value.charAt(17) != checkCharacter(value)) {
            throw Refusal.invalid("social-credit-code-check", "/socialCreditCode");
        }
    }

    /** Takes what people type: trims, raises case, narrows full-width characters; never guesses. */
    public static SocialCreditCode of(String typed) {
        StringBuilder narrow = new StringBuilder();
        for (char c : typed.strip().toCharArray()) {
            narrow.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c);
        }
        return new SocialCreditCode(narrow.toString().toUpperCase(Locale.ROOT));
    }

    /** The check character for the first 17 characters. */
    static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return value;
    }
}
