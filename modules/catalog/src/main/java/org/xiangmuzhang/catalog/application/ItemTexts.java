package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** What a place may decide about an item, as the texts of a form. */
final class ItemTexts {

    private ItemTexts() {}

    static SequencedMap<String, String> of(Item item) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        TimeLimit statutory = item.statutory();
        texts.put("department", item.department());
        texts.put("promised_days", Integer.toString(item.promised().days()));
        texts.put("promised_unit", item.promised().unit().name());
        texts.put("statutory_days", statutory == null ? "" : Integer.toString(statutory.days()));
        texts.put("statutory_unit", statutory == null ? "" : statutory.unit().name());
        texts.put(
                "procedures",
                item.procedures().stream()
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.joining(";")));
        texts.put("commitment", yesNo(item.commitment()));
        texts.put("deficiency_tolerant", yesNo(item.deficiencyTolerant()));
        texts.put("simulatable", yesNo(item.simulatable()));
        texts.put("exclusion", item.exclusion().category().name());
        texts.put("exclusion_clause", Objects.requireNonNullElse(item.exclusion().clause(), ""));
        return texts;
    }

    /**
     * What differs from the parents' item; refuses what cannot be read with {@code local-field}.
     *
     * @param materials that the place asks for in its own way already, or null
     */
    static LocalValues values(
            Item parent, Map<String, String> typed, @Nullable List<Material> materials) {
        SequencedMap<String, String> all = of(parent);
        all.replaceAll((field, text) -> typed.getOrDefault(field, text).strip());
        Set<SpecialProcedure> procedures = procedures(all.get("procedures"));
        TimeLimit statutory = limit(all, "statutory");
        TimeLimit promised = limit(all, "promised");
        return new LocalValues(
                differing(all.get("department"), parent.department()),
                differing(statutory, parent.statutory()),
                differing(promised, parent.promised()),
                differing(procedures, Set.copyOf(parent.procedures())),
                differing(yes(all, "commitment"), parent.commitment()),
                differing(yes(all, "deficiency_tolerant"), parent.deficiencyTolerant()),
                differing(yes(all, "simulatable"), parent.simulatable()),
                materials,
                differing(exclusion(all), parent.exclusion()));
    }

    private static Exclusion exclusion(Map<String, String> texts) {
        String clause = texts.getOrDefault("exclusion_clause", "");
        return new Exclusion(
                one(Exclusion.Category.class, texts.getOrDefault("exclusion", ""), "exclusion"),
                clause.isEmpty() ? null : clause);
    }

    private static <T> @Nullable T differing(@Nullable T own, @Nullable T above) {
        return Objects.equals(own, above) ? null : own;
    }

    private static @Nullable TimeLimit limit(Map<String, String> texts, String name) {
        String days = texts.getOrDefault(name + "_days", "");
        String unit = texts.getOrDefault(name + "_unit", "");
        if (days.isEmpty() && unit.isEmpty()) {
            return null;
        }
        if (!days.matches("\\d{1,4}")) {
            throw Refusal.invalid("local-field", "/" + name + "_days");
        }
        return new TimeLimit(
                Integer.parseInt(days), one(TimeLimit.Unit.class, unit, name + "_unit"));
    }

    private static Set<SpecialProcedure> procedures(@Nullable String codes) {
        EnumSet<SpecialProcedure> procedures = EnumSet.noneOf(SpecialProcedure.class);
        Arrays.stream(Objects.requireNonNullElse(codes, "").split(";"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .forEach(code -> procedures.add(one(SpecialProcedure.class, code, "procedures")));
        return Set.copyOf(procedures);
    }

    private static <E extends Enum<E>> E one(Class<E> type, String code, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("local-field", "/" + field));
    }

    private static boolean yes(Map<String, String> texts, String field) {
        return switch (texts.getOrDefault(field, "")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw Refusal.invalid("local-field", "/" + field);
        };
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
