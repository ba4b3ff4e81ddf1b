package org.xiangmuzhang.catalog.domain.guidance;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A guide as a place published it, or was to; what was published is never changed.
 *
 * @param number counted by place and code, from 1
 * @param from first day on which it holds
 * @param until last such day, or null: until the next version
 */
@ValueObject
public record GuideVersion(
        Region region,
        String code,
        int number,
        Guide guide,
        LocalDate from,
        @Nullable LocalDate until) {

    /** Names the version wherever it holds, such as {@code 140500.2}. */
    public String text() {
        return region.code() + "." + number;
    }

    /** Whose version a text names; nothing when it is none. */
    public static Optional<Name> named(String text) {
        if (!text.matches("(\\d{6}|Z\\d{6}[A-Z]{2,3})\\.[1-9]\\d{0,8}")) {
            return Optional.empty();
        }
        int dot = text.indexOf('.');
        return Optional.of(
                new Name(
                        new Region(text.substring(0, dot)),
                        Integer.parseInt(text.substring(dot + 1))));
    }

    /** The place and the number of a version. */
    public record Name(Region region, int number) {}
}
