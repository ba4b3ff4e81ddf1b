package org.xiangmuzhang.catalog.domain.own;

import static org.xiangmuzhang.catalog.domain.own.ItemSheet.fault;

import org.jmolecules.ddd.annotation.Service;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.domain.Contained;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.Limits;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What an item of a place's own list must be like beside what there is already. */
@Service
public final class OwnRules {

    private final LevelLengths lengths;
    private final Set<String> departments;
    private final Predicate<String> closed;
    private final Set<String> templateItems;
    private final Set<Element> same;

    /**
     * @param departments kinds that the catalog lists
     * @param closed whether the place had a department of a kind and has none
     * @param same elements that must be as those of the item of the same code above the place
     */
    public OwnRules(
            LevelLengths lengths,
            Set<String> departments,
            Predicate<String> closed,
            Set<String> templateItems,
            Set<Element> same) {
        this.lengths = lengths;
        this.departments = departments;
        this.closed = closed;
        this.templateItems = templateItems;
        this.same = same;
    }

    /**
     * The sheet with what it has of the item above it, and every fault put down.
     *
     * @param above what its column {@code parent} names, or null when there is none
     * @param alike the item of the same code of a place above, or null
     * @param before the level that this code has had already, or null
     */
    public ItemSheet complete(
            String code,
            ItemSheet written,
            @Nullable Above above,
            @Nullable OwnItem alike,
            @Nullable Level before,
            List<Fault> faults) {
        List<Fault> form = written.faults();
        faults.addAll(form);
        if (!form.isEmpty()) {
            return written;
        }
        Level level = written.level();
        code(code, level, before, faults);
        department(written.get("department"), faults);
        ItemSheet sheet = alike == null ? written : agreeing(written, alike, faults);
        if (written.parent() == null) {
            alone(sheet, level, faults);
        } else if (above == null) {
            faults.add(fault(0, "parent", "item-parent-unknown", written.get("parent")));
        } else {
            sheet = below(sheet, level, above, faults);
        }
        limits(sheet, above, faults);
        excluded(sheet, faults);
        sheet.waitsFor().stream()
                .filter(code::equals)
                .findFirst()
                .ifPresent(same -> faults.add(fault(0, "before", "cycle", same + " → " + same)));
        return sheet;
    }

    /** What must be the same at all levels is taken over; written otherwise it is at fault. */
    private ItemSheet agreeing(ItemSheet written, OwnItem alike, List<Fault> faults) {
        ItemSheet sheet = written;
        for (Element element : same) {
            String upper = element.of(alike.sheet());
            if (element.isSame(sheet, alike.sheet())) {
                continue;
            }
            if (element.of(sheet) == null && upper != null) {
                sheet = element.like(sheet, alike.sheet());
            } else {
                faults.add(
                        fault(
                                0,
                                element.column(),
                                "item-same-at-all-levels",
                                alike.region().code(),
                                Objects.requireNonNullElse(upper, "–")));
            }
        }
        return sheet;
    }

    private void department(String code, List<Fault> faults) {
        if (!departments.contains(code)) {
            faults.add(fault(0, "department", "unknown-reference", code, "departments"));
        } else if (closed.test(code)) {
            faults.add(fault(0, "department", "department-closed", code));
        }
    }

    private void code(String code, Level level, @Nullable Level before, List<Fault> faults) {
        if (!code.matches("[A-Z0-9]+(-[A-Z0-9]+)*")) {
            faults.add(fault(0, ItemColumns.CODE, "code-form", code));
        } else if (templateItems.contains(code)) {
            faults.add(fault(0, ItemColumns.CODE, "item-code-of-template", code));
        } else if (before != null && before != level) {
            faults.add(fault(0, "level", "item-code-level", code, before.name(), level.name()));
        } else if (code.length() != lengths.of(level)) {
            faults.add(
                    fault(
                            0,
                            ItemColumns.CODE,
                            "item-level-length",
                            code,
                            level.name(),
                            Integer.toString(lengths.of(level))));
        }
    }

    private static void alone(ItemSheet sheet, Level level, List<Fault> faults) {
        if (level != Level.MAIN) {
            faults.add(fault(0, "parent", "item-needs-parent", level.name()));
        }
        for (String column : List.of("stage", "kind", "basis")) {
            if (!sheet.has(column)) {
                faults.add(fault(0, column, "value-missing"));
            }
        }
    }

    private static ItemSheet below(ItemSheet sheet, Level level, Above above, List<Fault> faults) {
        Level upper = above.level();
        if (upper == null ? level == Level.MAIN : upper.ordinal() >= level.ordinal()) {
            faults.add(
                    fault(
                            0,
                            "parent",
                            "item-parent-level",
                            above.code(),
                            upper == null ? "TEMPLATE" : upper.name(),
                            level.name()));
        }
        ItemSheet same = like(sheet, "stage", above.stage().name(), above, faults);
        same = like(same, "kind", above.kind(), above, faults);
        String basis = above.basis();
        return exclusion(
                basis == null ? same : like(same, "basis", basis, above, faults), above, faults);
    }

    /** What is excluded above is excluded here, by the same clause unless another one is named. */
    private static ItemSheet exclusion(ItemSheet sheet, Above above, List<Fault> faults) {
        Exclusion upper = above.exclusion();
        if (sheet.has("exclusion")) {
            if (upper.byClause() && !sheet.exclusion().byClause()) {
                faults.add(
                        fault(0, "exclusion", "exclusion-above", String.valueOf(upper.clause())));
            }
            return sheet;
        }
        return upper.category() == Exclusion.Category.UNKNOWN
                ? sheet
                : sheet.with("exclusion", upper.category().name())
                        .with("exclusion_clause", upper.clause());
    }

    private static void excluded(ItemSheet sheet, List<Fault> faults) {
        Exclusion exclusion = sheet.exclusion();
        String clause = Objects.requireNonNullElse(exclusion.clause(), "");
        if (exclusion.byClause()) {
            if (clause.isEmpty()) {
                faults.add(fault(0, "exclusion_clause", "exclusion-clause"));
            }
            if (sheet.get("commitment").equals("yes")) {
                faults.add(fault(0, "commitment", "commitment-excluded", clause));
            }
            if (sheet.get("deficiency_tolerant").equals("yes")) {
                faults.add(fault(0, "deficiency_tolerant", "later-supply-excluded", clause));
            }
        }
        for (int i = 0; i < sheet.materials().size(); i++) {
            Map<String, String> material = sheet.materials().get(i);
            if (exclusion.byClause() && "yes".equals(material.get("material_committable"))) {
                faults.add(fault(i + 1, "material_committable", "commitment-excluded", clause));
            }
            if (exclusion.byClause() && "yes".equals(material.get("material_deferrable"))) {
                faults.add(fault(i + 1, "material_deferrable", "later-supply-excluded", clause));
            }
            if ("GOVERNMENT_ECERT".equals(material.get("material_source"))
                    && !"yes".equals(material.get("material_reusable"))) {
                faults.add(
                        fault(
                                i + 1,
                                "material_reusable",
                                "material-asked-again",
                                material.getOrDefault("material_name_zh", "")));
            }
        }
    }

    private static ItemSheet like(
            ItemSheet sheet, String column, String upper, Above above, List<Fault> faults) {
        if (sheet.has(column) && !sheet.get(column).equals(upper)) {
            faults.add(fault(0, column, "item-same-as-above", above.code(), upper));
        }
        return sheet.with(column, upper);
    }

    private static void limits(ItemSheet sheet, @Nullable Above above, List<Fault> faults) {
        TimeLimit upper = above == null ? null : above.statutory();
        TimeLimit own = sheet.statutory();
        TimeLimit law = own == null ? upper : own;
        if (own != null && upper != null && Limits.isLonger(own, upper)) {
            faults.add(
                    fault(
                            0,
                            "statutory_days",
                            "limit-longer-than-above",
                            Integer.toString(own.days()),
                            Integer.toString(upper.days())));
        }
        if (law != null && Limits.isLonger(sheet.promised(), law)) {
            faults.add(
                    fault(
                            0,
                            "promised_days",
                            "promise-longer-than-law",
                            Integer.toString(sheet.promised().days()),
                            Integer.toString(law.days())));
        }
    }

    /** The sheet with the legal limit of the item above it, when it sets none itself. */
    public static ItemSheet withLimit(ItemSheet sheet, @Nullable Above above) {
        TimeLimit upper = above == null ? null : above.statutory();
        if (upper == null || sheet.has("statutory_days")) {
            return sheet;
        }
        return sheet.with("statutory_days", Integer.toString(upper.days()))
                .with("statutory_unit", upper.unit() == TimeLimit.Unit.CALENDAR_DAYS ? "CD" : "WD");
    }

    /** Materials of one item whose names contain each other: perhaps the same is asked twice. */
    public static List<Fault> contained(ItemSheet sheet) {
        return Contained.of(
                        sheet.materials().stream()
                                .map(material -> material.getOrDefault("material_name_zh", ""))
                                .toList())
                .stream()
                .map(
                        it ->
                                fault(
                                        it.at() + 1,
                                        "material_name_zh",
                                        Contained.RULE,
                                        it.name(),
                                        it.other()))
                .toList();
    }
}
