package org.xiangmuzhang.catalog.application;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Sheet;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** How long the codes of items may be: a matter of whoever keeps the template. */
@Component
class ItemCodes {

    static final Setting LENGTH =
            new Setting(
                    "catalog.item-codes",
                    List.of(
                            new Setting.Field("shortest", 1, 60, 3),
                            new Setting.Field("longest", 1, 60, 40)),
                    "item-code-lengths",
                    values -> values.whole("shortest") <= values.whole("longest"));

    private final Settings settings;
    private final Clock clock;

    ItemCodes(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    static Setting itemCodesSetting() {
        return LENGTH;
    }

    static boolean fits(String code, Values lengths) {
        return code.length() >= lengths.whole("shortest")
                && code.length() <= lengths.whole("longest");
    }

    /** Refuses items whose codes are too short or too long. */
    void check(List<Sheet> sheets) {
        Values lengths = settings.at(LENGTH, Region.TEMPLATE, WorkingDays.today(clock));
        List<Fault> faults = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (sheet.table().equals(Table.ITEMS)) {
                for (Row row : sheet.rows()) {
                    if (!fits(row.get("item_code"), lengths)) {
                        faults.add(
                                new Fault(
                                        sheet.table().text(),
                                        row.line(),
                                        "item_code",
                                        "item-code-length",
                                        List.of(
                                                row.get("item_code"),
                                                Integer.toString(lengths.whole("shortest")),
                                                Integer.toString(lengths.whole("longest")))));
                    }
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new TablesRefused(faults);
        }
    }
}
