package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.regex.Pattern;

/**
 * 宗地代码, 19 characters: region, cadastral area and sub-area (12 digits), two feature letters, five
 * digits.
 */
@ValueObject
public record ParcelNumber(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{12}[A-Z]{2}\\d{5}");

    public ParcelNumber {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.invalid("parcel-number-form", "/number", value);
        }
    }

    /** A parcel lies where its number says: the first six digits are the region's. */
    void mustLieIn(Region region) {
        String digits = region.code().replaceAll("\\D", "");
        if (!value.startsWith(digits)) {
            throw Refusal.invalid("parcel-number-region", "/number", value, digits);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
