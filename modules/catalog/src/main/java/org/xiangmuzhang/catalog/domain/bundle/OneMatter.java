package org.xiangmuzhang.catalog.domain.bundle;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.List;

/**
 * A package 一件事 as it holds at a place.
 *
 * @param version names the content: its row, its items, their order
 * @param family null when it is none of these kinds
 * @param kind as the table has it, such as CERT_BUNDLE
 * @param trade code of the trade (GB/T 4754-2017) that it is for, or null
 * @param place where it was published, in Chinese
 * @param lead code of the department that leads it, or null
 * @param promised the one limit that is promised for all, or null: as the items' order has it
 * @param calendarDays whether days of the calendar are among those that are added up; they are
 *     counted as working days then, which are never fewer
 * @param lapsed codes of items that the catalog does not list here any more
 * @param parts in the order of their steps
 * @param figures all that is published of its effect
 */
@ValueObject
public record OneMatter(
        String code,
        String version,
        String nameZh,
        String nameEn,
        @Nullable Family family,
        String kind,
        @Nullable String trade,
        String place,
        @Nullable String lead,
        @Nullable TimeLimit promised,
        boolean calendarDays,
        List<String> lapsed,
        List<Part> parts,
        List<SharedMaterial> materials,
        List<SharedField> fields,
        List<Saving> savings,
        String handling,
        String effect,
        List<PublishedFigure> figures) {

    public OneMatter {
        lapsed = List.copyOf(lapsed);
        parts = List.copyOf(parts);
        materials = List.copyOf(materials);
        fields = List.copyOf(fields);
        savings = List.copyOf(savings);
        figures = List.copyOf(figures);
    }

    /** Whether somebody may apply for it. */
    public boolean isUsable() {
        return lapsed.isEmpty() && !parts.isEmpty();
    }

    /** Refuses a package that nobody may apply for any more, with the reason. */
    public void mustBeUsable() {
        if (!lapsed.isEmpty()) {
            throw Refusal.conflict("package-lapsed", code, String.join(", ", lapsed));
        }
        if (parts.isEmpty()) {
            throw Refusal.conflict("package-without-items", code);
        }
    }

    /** How many steps its reviews take, those of one step running at the same time. */
    public int steps() {
        return parts.stream().mapToInt(Part::step).max().orElse(0);
    }

    /** Sources of its numbers that prove nothing. */
    public List<String> assumed() {
        return savings.stream()
                .flatMap(saving -> saving.assumed().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public Saving saving(Measure measure) {
        return savings.stream()
                .filter(saving -> saving.measure() == measure)
                .findFirst()
                .orElseThrow();
    }
}
