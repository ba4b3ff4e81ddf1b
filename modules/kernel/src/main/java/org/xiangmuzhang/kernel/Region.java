package org.xiangmuzhang.kernel;

import java.util.regex.Pattern;

/**
 * The place that owns a row, an event or a number: a six-digit code of GB/T 2260, or an internal
 * code {@code Z} + six digits + two or three letters for a development zone that has none.
 */
public record Region(String code) {

    private static final Pattern FORM = Pattern.compile("\\d{6}|Z\\d{6}[A-Z]{2,3}");

    /** The place of the shipped template, from which every real place inherits. */
    public static final Region TEMPLATE = new Region("000000");

    public Region {
        if (!FORM.matcher(code).matches()) {
            throw Refusal.invalid("region-code", "/region", code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
