package org.xiangmuzhang.catalog.domain.own;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.Digest;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.spi.Column;
import org.xiangmuzhang.kernel.TimeLimit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of an item, as texts by column: as it is typed, imported, kept, compared and
 * exported. An empty field is not there.
 *
 * @param materials by their columns, in the order in which they are asked for
 */
@ValueObject
public record ItemSheet(Map<String, String> fields, List<Map<String, String>> materials) {

    /** Of faults: the sheet as if it were a table. */
    public static final String TABLE = "own_items";

    /** So many materials one item asks for at most. */
    public static final int MOST_MATERIALS = 100;

    public ItemSheet {
        fields = filled(fields);
        materials = materials.stream().map(ItemSheet::filled).toList();
    }

    private static Map<String, String> filled(Map<String, String> texts) {
        Map<String, String> filled = new TreeMap<>();
        texts.forEach(
                (column, text) -> {
                    if (!text.isBlank()) {
                        filled.put(column, text.strip());
                    }
                });
        return Collections.unmodifiableMap(filled);
    }

    /** An item of the template, or one that a place changed fields of, for comparing. */
    public static ItemSheet of(Item item, @Nullable String basis) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name_zh", item.nameZh());
        fields.put("name_en", item.nameEn());
        fields.put("stage", item.stage().name());
        fields.put("kind", item.kind());
        fields.put("basis", Objects.requireNonNullElse(basis, ""));
        fields.put("department", item.department());
        limit(fields, "statutory", item.statutory());
        limit(fields, "promised", item.promised());
        fields.put(
                "procedures",
                item.procedures().stream()
                        .sorted()
                        .map(Enum::name)
                        .collect(Collectors.joining(";")));
        fields.put("commitment", yesNo(item.commitment()));
        fields.put("deficiency_tolerant", yesNo(item.deficiencyTolerant()));
        fields.put("simulatable", yesNo(item.simulatable()));
        fields.put("result", item.resultNameZh());
        fields.put("applies_when", Objects.requireNonNullElse(item.appliesWhen(), ""));
        if (item.exclusion().category() != Exclusion.Category.UNKNOWN) {
            fields.put("exclusion", item.exclusion().category().name());
        }
        fields.put("exclusion_clause", Objects.requireNonNullElse(item.exclusion().clause(), ""));
        return new ItemSheet(fields, item.materials().stream().map(ItemSheet::texts).toList());
    }

    private static Map<String, String> texts(Material material) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("material_number", material.id());
        texts.put("material_name_zh", material.nameZh());
        texts.put("material_name_en", material.nameEn());
        texts.put("material_form", material.form());
        texts.put("material_source", material.source());
        texts.put("material_required", yesNo(material.required()));
        texts.put("material_deferrable", yesNo(material.deferrable()));
        texts.put("material_produced_by", String.join(";", material.producedBy()));
        texts.put("material_reusable", yesNo(material.reusable()));
        texts.put("material_basis", Objects.requireNonNullElse(material.basis(), ""));
        texts.put("material_committable", yesNo(Boolean.TRUE.equals(material.committable())));
        texts.put("material_template", Objects.requireNonNullElse(material.template(), ""));
        texts.put("material_sample", Objects.requireNonNullElse(material.sample(), ""));
        return texts;
    }

    private static void limit(Map<String, String> fields, String name, @Nullable TimeLimit limit) {
        if (limit != null) {
            fields.put(name + "_days", Integer.toString(limit.days()));
            fields.put(name + "_unit", limit.unit() == TimeLimit.Unit.WORKING_DAYS ? "WD" : "CD");
        }
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    /** The field, or the empty text. */
    public String get(String column) {
        return fields.getOrDefault(column, "");
    }

    public boolean has(String column) {
        return fields.containsKey(column);
    }

    private @Nullable String orNull(String column) {
        return fields.get(column);
    }

    public Level level() {
        return Level.valueOf(get("level"));
    }

    public @Nullable String parent() {
        return orNull("parent");
    }

    /** Last day on which it holds, or null. */
    public @Nullable LocalDate until() {
        return has("valid_until") ? LocalDate.parse(get("valid_until")) : null;
    }

    /** The same with another text in a field. */
    public ItemSheet with(String column, @Nullable String text) {
        Map<String, String> other = new TreeMap<>(fields);
        other.put(column, Objects.requireNonNullElse(text, ""));
        return new ItemSheet(other, materials);
    }

    /**
     * The item's fields in the order of their columns, a limit as one: {@code promised} is {@code
     * 10 WD}.
     */
    public SequencedMap<String, String> shown() {
        SequencedMap<String, String> shown = new LinkedHashMap<>();
        for (Column column : ItemColumns.ITEM) {
            String name = column.name().replaceFirst("_(days|unit)$", "");
            boolean limit = !name.equals(column.name());
            if (!limit && has(name)) {
                shown.put(name, get(name));
            } else if (limit && has(name + "_days")) {
                shown.put(name, get(name + "_days") + " " + get(name + "_unit"));
            }
        }
        return shown;
    }

    /** The same for the same content. */
    public String digest() {
        Digest digest = new Digest();
        fields.forEach((column, text) -> digest.add(column).add(text));
        materials.forEach(
                material -> {
                    digest.add("material");
                    material.forEach((column, text) -> digest.add(column).add(text));
                });
        return digest.text();
    }

    /** What each field is at fault in by itself; line 0 is the item, 1 its first material. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        columns(faults, 0, ItemColumns.ITEM, fields);
        if (materials.size() > MOST_MATERIALS) {
            faults.add(fault(0, "", "materials-too-many", Integer.toString(MOST_MATERIALS)));
            return faults;
        }
        Set<String> numbers = new TreeSet<>();
        for (int i = 0; i < materials.size(); i++) {
            Map<String, String> material = materials.get(i);
            columns(faults, i + 1, ItemColumns.MATERIAL, material);
            String number = material.getOrDefault("material_number", "");
            if (!number.isEmpty() && !numbers.add(number)) {
                faults.add(fault(i + 1, "material_number", "material-number-twice", number));
            }
        }
        if (has("statutory_days") != has("statutory_unit")) {
            faults.add(fault(0, "statutory_unit", "days-and-unit"));
        }
        return faults;
    }

    private static void columns(
            List<Fault> faults, int line, List<Column> columns, Map<String, String> texts) {
        for (Column column : columns) {
            String text = texts.getOrDefault(column.name(), "");
            if (text.isEmpty()) {
                if (column.required()) {
                    faults.add(fault(line, column.name(), "value-missing"));
                }
                continue;
            }
            if (text.length() > ItemColumns.LONGEST) {
                faults.add(
                        fault(
                                line,
                                column.name(),
                                "text-too-long",
                                Integer.toString(ItemColumns.LONGEST)));
                continue;
            }
            for (String value : column.list() ? text.split(";", -1) : new String[] {text}) {
                if (!column.holds().test(value)) {
                    faults.add(
                            fault(
                                    line,
                                    column.name(),
                                    column.rule(),
                                    Stream.concat(Stream.of(value), column.arguments().stream())
                                            .toArray(String[]::new)));
                }
            }
        }
        Set<String> known = columns.stream().map(Column::name).collect(Collectors.toSet());
        texts.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(fault(line, name, "column-unknown")));
    }

    static Fault fault(int line, String column, String rule, String... arguments) {
        return new Fault(TABLE, line, column, rule, List.of(arguments));
    }

    /** Whether commitment and later supply are excluded; unknown where nothing is said. */
    public Exclusion exclusion() {
        return new Exclusion(
                has("exclusion")
                        ? Exclusion.Category.valueOf(get("exclusion"))
                        : Exclusion.Category.UNKNOWN,
                orNull("exclusion_clause"));
    }

    public @Nullable TimeLimit statutory() {
        return has("statutory_days") ? limit("statutory") : null;
    }

    public TimeLimit promised() {
        return limit("promised");
    }

    private TimeLimit limit(String name) {
        int days = Integer.parseInt(get(name + "_days"));
        return get(name + "_unit").equals("CD")
                ? TimeLimit.calendarDays(days)
                : TimeLimit.workingDays(days);
    }

    /** The item that a faultless sheet describes. */
    public Item item(String code, String version) {
        return new Item(
                code,
                version,
                get("name_zh"),
                has("name_en") ? get("name_en") : get("name_zh"),
                Stage.valueOf(get("stage")),
                get("kind"),
                get("department"),
                statutory(),
                promised(),
                values(fields, "procedures").stream()
                        .map(SpecialProcedure::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                get("commitment").equals("yes"),
                get("deficiency_tolerant").equals("yes"),
                get("simulatable").equals("yes"),
                false,
                get("result"),
                orNull("applies_when"),
                materials.stream().map(material -> material(code, material)).toList(),
                exclusion());
    }

    private static Material material(String code, Map<String, String> texts) {
        String name = texts.getOrDefault("material_name_zh", "");
        return new Material(
                code + "-M" + texts.get("material_number"),
                name,
                texts.getOrDefault("material_name_en", name),
                texts.getOrDefault("material_form", ""),
                texts.getOrDefault("material_source", ""),
                "yes".equals(texts.get("material_required")),
                "yes".equals(texts.get("material_deferrable")),
                values(texts, "material_produced_by"),
                "yes".equals(texts.get("material_reusable")),
                texts.get("material_basis"),
                "yes".equals(texts.get("material_committable")),
                texts.get("material_template"),
                texts.get("material_sample"));
    }

    /** What comes before the item of this code by its own row. */
    public List<Dependency> before(String code) {
        return values(fields, "before").stream()
                .map(
                        text -> {
                            String[] parts = text.split("/");
                            return new Dependency(
                                    code + "/" + parts[0],
                                    parts[0],
                                    code,
                                    parts.length > 1
                                            ? Dependency.Kind.valueOf(parts[1])
                                            : Dependency.Kind.LEGAL,
                                    parts.length > 2
                                            ? Dependency.Relaxation.valueOf(parts[2])
                                            : Dependency.Relaxation.NONE,
                                    "always");
                        })
                .toList();
    }

    /** Every item that comes before it, in order or by what it produces. */
    public List<String> waitsFor() {
        return Stream.concat(
                        values(fields, "before").stream().map(text -> text.split("/")[0]),
                        materials.stream()
                                .flatMap(it -> values(it, "material_produced_by").stream()))
                .distinct()
                .sorted()
                .toList();
    }

    static List<String> values(Map<String, String> texts, String column) {
        String text = texts.getOrDefault(column, "");
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(";"));
    }
}
