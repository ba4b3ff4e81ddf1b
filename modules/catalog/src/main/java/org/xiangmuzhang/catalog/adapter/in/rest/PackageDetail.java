package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.domain.bundle.Family;
import org.xiangmuzhang.catalog.domain.bundle.Measure;
import org.xiangmuzhang.catalog.domain.bundle.OneMatter;
import org.xiangmuzhang.catalog.domain.bundle.Part;
import org.xiangmuzhang.catalog.domain.bundle.PublishedFigure;
import org.xiangmuzhang.catalog.domain.bundle.Saving;
import org.xiangmuzhang.catalog.domain.bundle.SharedField;
import org.xiangmuzhang.catalog.domain.bundle.SharedMaterial;
import org.xiangmuzhang.catalog.domain.bundle.Term;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.math.BigDecimal;
import java.util.List;

/**
 * A package with everything that it joins and saves.
 *
 * @param usable whether somebody may apply for it
 * @param lapsed codes of items that the catalog does not list here any more
 * @param calendarDays whether calendar days are counted as working days in what is saved
 * @param effect what its place says that it brought, in words
 */
record PackageDetail(
        Region region,
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
        boolean usable,
        List<String> lapsed,
        List<PartLine> items,
        List<SharedMaterial> materials,
        List<SharedField> fields,
        List<SavingLine> savings,
        boolean calendarDays,
        String handling,
        String effect,
        List<PublishedFigure> figures) {

    /**
     * An item of the package.
     *
     * @param step those of one step run at the same time
     * @param after codes of the items of the package that it waits for
     */
    record PartLine(ItemLine item, Part.Place place, int step, List<String> after) {}

    /**
     * What it saves in one measure, with the numbers that are added up.
     *
     * @param computed what the order of the items comes to
     * @param after the same, or what the package promises
     * @param proven whether every number rests on a text or on a decision of the place
     * @param assumed sources of the numbers that prove nothing
     */
    record SavingLine(
            Measure measure,
            int before,
            int computed,
            int after,
            int saved,
            @Nullable BigDecimal percent,
            boolean proven,
            List<String> assumed,
            List<Term> oneByOne,
            List<Term> ordered,
            List<PublishedFigure> published) {

        static SavingLine of(Saving saving) {
            return new SavingLine(
                    saving.measure(),
                    saving.before(),
                    saving.computed(),
                    saving.after(),
                    saving.saved(),
                    saving.percent(),
                    saving.isProven(),
                    saving.assumed(),
                    saving.oneByOne(),
                    saving.ordered(),
                    saving.published());
        }
    }

    /** What somebody who applies for it is asked, once. */
    record PackageForm(
            Region region,
            String code,
            String version,
            @Nullable String lead,
            @Nullable TimeLimit promised,
            List<SharedField> fields,
            List<SharedMaterial> materials) {

        static PackageForm of(Region region, OneMatter matter) {
            return new PackageForm(
                    region,
                    matter.code(),
                    matter.version(),
                    matter.lead(),
                    matter.promised(),
                    matter.fields(),
                    matter.materials().stream()
                            .filter(it -> it.fate() == SharedMaterial.Fate.HANDED_IN)
                            .toList());
        }
    }

    static PackageDetail of(Region region, OneMatter matter, Template template) {
        return new PackageDetail(
                region,
                matter.code(),
                matter.version(),
                matter.nameZh(),
                matter.nameEn(),
                matter.family(),
                matter.kind(),
                matter.trade(),
                matter.place(),
                matter.lead(),
                matter.promised(),
                matter.isUsable(),
                matter.lapsed(),
                matter.parts().stream()
                        .map(
                                part ->
                                        new PartLine(
                                                ItemLine.of(part.item(), template),
                                                part.place(),
                                                part.step(),
                                                part.after()))
                        .toList(),
                matter.materials(),
                matter.fields(),
                matter.savings().stream().map(SavingLine::of).toList(),
                matter.calendarDays(),
                matter.handling(),
                matter.effect(),
                matter.figures());
    }
}
