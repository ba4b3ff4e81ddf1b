package org.xiangmuzhang.kernel;

import java.util.regex.Pattern;

/**
 * 项目代码 (GB/T 40058-2021), 24 characters with hyphens; also the older form of 2015 to 2020. Only the
 * form is checked: the rule of the last digit is not published, so no code is refused for it.
 */
public record ProjectCode(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}");

    public ProjectCode {
        if (!FORM.matcher(value).matches() || !hasYearOrMonth(value)) {
            throw Refusal.invalid("project-code-form", "/code", value);
        }
    }

    /** Whether this is the form in use until 2020. */
    public boolean isOldForm() {
        return isOldYear(Integer.parseInt(value.substring(0, 4)));
    }

    private static boolean isOldYear(int digits) {
        return digits >= 2015 && digits <= 2020;
    }

    private static boolean hasYearOrMonth(String value) {
        int digits = Integer.parseInt(value.substring(0, 4));
        int month = digits % 100;
        return isOldYear(digits) || month >= 1 && month <= 12;
    }

    @Override
    public String toString() {
        return value;
    }
}
