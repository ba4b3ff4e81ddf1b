package org.xiangmuzhang.intake.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.domain.obligation.ObligationHead;
import org.xiangmuzhang.intake.domain.obligation.PromiseText;
import org.xiangmuzhang.intake.domain.obligation.Term;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.LocalDate;
import java.util.ArrayList;
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

    /** 容缺: how long an owed material may take, in general and for single items (working days). */
    static final Setting OWED =
            terms("intake.owed-materials", new Setting.Field("days", 1, 250, 20), 3);

    /** 告知承诺: what is promised, and when it is looked at (国办发〔2020〕42号 asks for a check). */
    static final Setting PROMISES =
            terms(
                    "intake.promises",
                    new Setting.Field("days", 1, 500, 40),
                    5,
                    Setting.Field.text(
                            "text",
                            500,
                            "本单位已知晓并符合审批机关告知的条件和要求，所作承诺真实；愿意接受核查，承诺不实或者未兑现的，接受撤销决定等处理。"));

    static final List<Setting> ALL =
            List.of(ACCEPTANCE, RESULTS, PROCEDURES, RECEIPT, OWED, PROMISES);

    private final Settings settings;

    LocalRules(Settings settings) {
        this.settings = settings;
    }

    /** So many days, other days for single items, and how long before the last one to remind. */
    private static Setting terms(
            String name, Setting.Field days, int remindBefore, Setting.Field... further) {
        List<Setting.Field> fields = new ArrayList<>(List.of(further));
        fields.add(days);
        fields.add(new Setting.Field("remindBefore", 1, 30, remindBefore));
        fields.add(
                Setting.Field.table(
                        "items",
                        50,
                        List.of(
                                Setting.Field.formed("item", 40, "[A-Z0-9-]+", "ITEM"),
                                new Setting.Field("days", 1, 500, 20)),
                        List.of()));
        return Setting.of(name, fields);
    }

    Term owedTerm(Region place, String item, LocalDate from, WorkingDays calendar) {
        return term(settings.at(OWED, place, from), item, from, calendar);
    }

    Term checkTerm(Region place, String item, LocalDate from, WorkingDays calendar) {
        return term(settings.at(PROMISES, place, from), item, from, calendar);
    }

    private static Term term(Values values, String item, LocalDate from, WorkingDays calendar) {
        int days =
                values.rows("items").stream()
                        .filter(row -> row.text("item").equals(item))
                        .mapToInt(row -> row.whole("days"))
                        .findFirst()
                        .orElse(values.whole("days"));
        return Term.of(from, days, values.whole("remindBefore"), calendar);
    }

    /** More time, called to mind as long before its end as the place has it. */
    Term termUntil(ObligationHead head, LocalDate until, LocalDate today, WorkingDays calendar) {
        Setting setting = head.kind().isPromise() ? PROMISES : OWED;
        return Term.until(
                Bounds.date(until),
                today,
                settings.at(setting, head.about().region(), today).whole("remindBefore"),
                calendar);
    }

    PromiseText promiseText(Region place, LocalDate day) {
        return PromiseText.of(settings.at(PROMISES, place, day).text("text"));
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
