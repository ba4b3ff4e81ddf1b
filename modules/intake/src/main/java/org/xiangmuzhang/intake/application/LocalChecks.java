package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.domain.check.Depth;
import org.xiangmuzhang.intake.domain.check.FormField;
import org.xiangmuzhang.intake.domain.check.Rule;
import org.xiangmuzhang.intake.domain.check.RuleSet;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Setting.Field;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The forms of items, the rules that check them, and which items may decide themselves. */
@Component
class LocalChecks {

    private static final String ITEM = "[A-Z0-9][A-Z0-9-]{0,59}";

    /** One version of it holds forms, rules and what is complete, so that two people saw it all. */
    static final Setting CHECKS =
            new Setting(
                    "intake.forms-and-checks",
                    List.of(
                            Field.table(
                                    "fields",
                                    300,
                                    List.of(
                                            Field.formed("item", 60, ITEM, "ITEM"),
                                            Field.formed("field", 40, "[a-z][a-zA-Z0-9]*", "field"),
                                            Field.text("nameZh", 60, "名称"),
                                            Field.text("nameEn", 100, "Name"),
                                            Field.choice("type", names(FormField.Type.values())),
                                            Field.choice("from", names(FormField.Prefill.values())),
                                            Field.formed("reference", 60, "-|" + ITEM, "-")),
                                    List.of()),
                            Field.table(
                                    "rules",
                                    300,
                                    List.of(
                                            Field.formed("rule", 40, "[A-Z0-9][A-Z0-9-]*", "R-1"),
                                            Field.formed("item", 60, ITEM, "ITEM"),
                                            Field.choice("kind", names(Rule.Kind.values())),
                                            Field.text("subject", 60, "-"),
                                            Field.text("against", 60, "-"),
                                            Field.text("reasonZh", 100, "理由"),
                                            Field.text("reasonEn", 100, "Reason")),
                                    List.of()),
                            Field.table(
                                    "complete",
                                    200,
                                    List.of(Field.formed("item", 60, ITEM, "ITEM")),
                                    List.of()),
                            Field.table(
                                    "depths",
                                    100,
                                    List.of(
                                            Field.text("grade", 20, "A"),
                                            Field.formed("item", 60, "-|" + ITEM, "-"),
                                            Field.choice("depth", names(Depth.values()))),
                                    List.of()),
                            new Field("reviewShare", 0, 100, 10)),
                    "rules-not-well-formed",
                    values -> ruleSet(null, 0, values).isWellFormed());

    private final Settings settings;

    LocalChecks(Settings settings) {
        this.settings = settings;
    }

    RuleSet at(Region place, LocalDate day) {
        return ruleSet(
                settings.setBy(CHECKS, place, day),
                settings.version(CHECKS, place, day),
                settings.at(CHECKS, place, day));
    }

    static RuleSet ruleSet(@Nullable Region setBy, int version, Values values) {
        return new RuleSet(
                setBy,
                version,
                values.rows("fields").stream()
                        .map(
                                row ->
                                        new FormField(
                                                row.text("item"),
                                                row.text("field"),
                                                row.text("nameZh"),
                                                row.text("nameEn"),
                                                FormField.Type.valueOf(row.text("type")),
                                                FormField.Prefill.valueOf(row.text("from")),
                                                row.text("reference")))
                        .toList(),
                values.rows("rules").stream()
                        .map(
                                row ->
                                        new Rule(
                                                row.text("rule"),
                                                row.text("item"),
                                                Rule.Kind.valueOf(row.text("kind")),
                                                row.text("subject"),
                                                row.text("against"),
                                                row.text("reasonZh"),
                                                row.text("reasonEn")))
                        .toList(),
                values.rows("complete").stream()
                        .map(row -> row.text("item"))
                        .collect(Collectors.toSet()),
                values.rows("depths").stream()
                        .map(
                                row ->
                                        new RuleSet.GradedDepth(
                                                row.text("grade"),
                                                row.text("item"),
                                                Depth.valueOf(row.text("depth"))))
                        .toList(),
                values.whole("reviewShare"));
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
