package org.xiangmuzhang.intake.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Setting.Field;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.LocalDate;
import java.util.List;

/** How long drafts are kept, and how long a material may be used again. */
@Component
class LocalForms {

    static final Setting DRAFTS = Setting.of("intake.drafts", new Field("days", 1, 365, 30));

    /** A material that is not named is valid for the usual number of months. */
    static final Setting REUSE =
            Setting.of(
                    "intake.reuse",
                    List.of(
                            new Field("months", 0, 120, 12),
                            Field.table(
                                    "materials",
                                    300,
                                    List.of(
                                            Field.text("material", 60, "MAT-001"),
                                            new Field("months", 0, 120, 12)),
                                    List.of())));

    private final Settings settings;

    LocalForms(Settings settings) {
        this.settings = settings;
    }

    LocalDate expiry(Region place, LocalDate saved) {
        return saved.plusDays(settings.at(DRAFTS, place, saved).whole("days"));
    }

    /** Last day on which a material that was handed in then may be used again. */
    LocalDate validUntil(Region place, String material, LocalDate handedIn, LocalDate today) {
        Values values = settings.at(REUSE, place, today);
        int months =
                values.rows("materials").stream()
                        .filter(row -> row.text("material").equals(material))
                        .findFirst()
                        .orElse(values)
                        .whole("months");
        return handedIn.plusMonths(months);
    }
}
