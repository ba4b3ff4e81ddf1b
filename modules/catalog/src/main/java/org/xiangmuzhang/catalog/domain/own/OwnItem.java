package org.xiangmuzhang.catalog.domain.own;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.ItemVersion;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;

/**
 * One published version of an item of a place's own list (实施清单).
 *
 * @param number of the publication of this place that it came with
 * @param template code of the template's item that it stands below, or null
 * @param from first day on which it holds
 * @param withdrawn from that day on there is no such item any more
 */
@ValueObject
public record OwnItem(
        Region region,
        String code,
        int number,
        @Nullable String template,
        LocalDate from,
        boolean withdrawn,
        ItemSheet sheet) {

    /** Whether it still holds on a day on which no later version does. */
    public boolean holds(LocalDate day) {
        LocalDate until = sheet.until();
        return !withdrawn && !from.isAfter(day) && (until == null || !until.isBefore(day));
    }

    /** {@code 0~140524.7}: not of the template, but the seventh publication of 140524. */
    public String version() {
        return new ItemVersion(0, List.of(new ItemVersion.Local(region, number))).text();
    }

    public Item item() {
        return sheet.item(code, version()).allowed();
    }

    /** As what stands below it sees it. */
    public Above above() {
        return new Above(
                code,
                sheet.level(),
                Stage.valueOf(sheet.get("stage")),
                sheet.get("kind"),
                sheet.has("basis") ? sheet.get("basis") : null,
                sheet.statutory(),
                template,
                sheet.exclusion());
    }
}
