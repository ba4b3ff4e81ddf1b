package org.xiangmuzhang.intake.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;

import java.time.LocalDate;
import java.util.List;

/** What is a matter of the place in taking in and handling applications. */
@Component
class LocalRules {

    /** From which working day since receipt a waiting application is urgent: the law gives five. */
    static final Setting ACCEPTANCE =
            Setting.of("intake.acceptance", new Setting.Field("urgentFrom", 1, 5, 4));

    /** How long results stay on an enterprise's home page. */
    static final Setting RESULTS =
            Setting.of("intake.results", new Setting.Field("days", 1, 365, 30));

    /** Calendar days: no procedure of 行政许可法 art. 45 is known to take five years. */
    static final Setting PROCEDURES =
            Setting.of("intake.special-procedures", new Setting.Field("longest", 1, 1827, 1827));

    /** What stands at the end of a receipt. */
    static final Setting RECEIPT =
            Setting.of("intake.receipt", Setting.Field.text("note", 500, "请妥善保管本回执，凭收件编号查询办理进度。"));

    static final List<Setting> ALL = List.of(ACCEPTANCE, RESULTS, PROCEDURES, RECEIPT);

    private final Settings settings;

    LocalRules(Settings settings) {
        this.settings = settings;
    }

    int urgentFrom(Region place, LocalDate day) {
        return settings.at(ACCEPTANCE, place, day).whole("urgentFrom");
    }

    LocalDate resultsSince(Region place, LocalDate day) {
        return day.minusDays(settings.at(RESULTS, place, day).whole("days"));
    }

    /** Refuses with {@code procedure-too-long}. */
    void mustBeBrief(Region place, LocalDate from, LocalDate expectedUntil) {
        int longest = settings.at(PROCEDURES, place, from).whole("longest");
        if (expectedUntil.isAfter(from.plusDays(longest))) {
            throw Refusal.invalid("procedure-too-long", "/expectedUntil", longest, expectedUntil);
        }
    }

    String receiptNote(Region place, LocalDate day) {
        return settings.at(RECEIPT, place, day).text("note");
    }
}
