package org.xiangmuzhang.parties.departments;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A department of a place as it is from a day until a day.
 *
 * @param id the same in all versions
 * @param from first day on which this version counts
 * @param to last such day, or null
 * @param mergedInto which other one took over after the last day, or null
 */
record Department(
        UUID id,
        Region region,
        LocalDate from,
        @Nullable LocalDate to,
        Wording wording,
        @Nullable UUID mergedInto) {

    /**
     * What is said of a department.
     *
     * @param kinds codes of the catalog's departments that it fulfils, one at least
     * @param contact telephone of the office, or null
     * @param seat where it sits in the hall, or null
     */
    record Wording(
            List<String> kinds,
            String name,
            @Nullable String nameEn,
            @Nullable String contact,
            @Nullable String seat) {

        Wording {
            kinds = kinds.stream().distinct().sorted().toList();
        }

        Wording with(List<String> more) {
            List<String> all = new ArrayList<>(kinds);
            all.addAll(more);
            return new Wording(all, name, nameEn, contact, seat);
        }
    }

    boolean counts(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean fulfils(String kind) {
        return wording.kinds().contains(kind);
    }

    /** In the language, in Chinese when it has no other. */
    String name(Locale language) {
        String english = wording.nameEn();
        return language.getLanguage().equals("en") && english != null ? english : wording.name();
    }
}
