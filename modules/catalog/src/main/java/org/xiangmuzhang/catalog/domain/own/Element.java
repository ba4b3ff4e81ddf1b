package org.xiangmuzhang.catalog.domain.own;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An element in which an item is compared with the one above it. The first four are the 四级四同; a
 * place may say of the first fifteen that they must agree (五级十五同), the others are its own matter.
 * Their order is that of the column {@code elements}.
 */
public enum Element {
    /** Items of one name, level and parent have one code. */
    CODE("code"),
    NAME("name_zh"),
    BASIS("basis"),
    KIND("kind"),
    STAGE("stage"),
    LEVEL("level"),
    STATUTORY("statutory"),
    PROCEDURES("procedures"),
    CONDITIONS("applies_when"),
    ORDER("before"),
    MATERIALS("materials"),
    RESULT("result"),
    COMMITMENT("commitment"),
    LATER_SUPPLY("deficiency_tolerant"),
    SIMULATION("simulatable"),
    DEPARTMENT("department"),
    PROMISED("promised"),
    EXCLUSION("exclusion");

    private static final int SAME = 4;
    private static final int CONFIGURABLE = 15;

    private final String column;

    Element(String column) {
        this.column = column;
    }

    /** Those of which a place may say that they must agree. */
    public static List<Element> configurable() {
        return Arrays.asList(values()).subList(0, CONFIGURABLE);
    }

    /** Whether it must agree where no place says anything. */
    public boolean isShipped() {
        return ordinal() < SAME;
    }

    /** Name of the column, a limit as one. */
    public String column() {
        return column;
    }

    /** What a sheet says, or null; materials by their names. */
    public @Nullable String of(ItemSheet sheet) {
        String text =
                this == MATERIALS
                        ? sheet.materials().stream()
                                .map(it -> it.getOrDefault("material_name_zh", ""))
                                .collect(Collectors.joining("; "))
                        : sheet.shown().getOrDefault(column, "");
        return text.isEmpty() ? null : text;
    }

    /** The sheet with what the other one says of this element. */
    ItemSheet like(ItemSheet sheet, ItemSheet other) {
        if (this == MATERIALS) {
            return new ItemSheet(sheet.fields(), other.materials());
        }
        if (this == STATUTORY || this == PROMISED) {
            return sheet.with(column + "_days", other.get(column + "_days"))
                    .with(column + "_unit", other.get(column + "_unit"));
        }
        return sheet.with(column, other.get(column));
    }

    /** Whether two sheets say the same. */
    public boolean isSame(ItemSheet one, ItemSheet other) {
        return this == MATERIALS
                ? one.materials().equals(other.materials())
                : one.shown()
                        .getOrDefault(column, "")
                        .equals(other.shown().getOrDefault(column, ""));
    }
}
