package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.api.Stage;

import java.util.List;
import java.util.stream.Collectors;

/** The rows of the template that make one item in one version. */
@ValueObject
public record ItemRows(Row item, List<Row> materials, boolean milestone) {

    public ItemRows {
        materials = List.copyOf(materials);
    }

    public Item read(int number) {
        return new Item(
                item.get("item_code"),
                Integer.toString(number),
                item.get("name_zh"),
                item.get("name_en"),
                Stage.valueOf(item.get("stage_code")),
                item.get("kind_code"),
                item.get("lead_dept_code"),
                item.has("statutory_days") ? Limits.of(item, "statutory") : null,
                Limits.of(item, "committed"),
                item.list("pause_procedures").stream()
                        .map(SpecialProcedure::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                item.yes("notice_commitment"),
                item.yes("deficiency_tolerant"),
                item.yes("mock_approval"),
                milestone,
                item.get("result_document_zh"),
                item.has("applies_when") ? item.get("applies_when") : null,
                materials.stream().map(ItemRows::material).toList(),
                exclusion(item));
    }

    private static Exclusion exclusion(Row item) {
        return new Exclusion(
                item.has("exclusion")
                        ? Exclusion.Category.valueOf(item.get("exclusion"))
                        : Exclusion.Category.UNKNOWN,
                text(item, "exclusion_clause"));
    }

    private static @Nullable String text(Row row, String column) {
        return row.has(column) ? row.get(column) : null;
    }

    private static Material material(Row row) {
        return new Material(
                row.get("material_id"),
                row.get("name_zh"),
                row.get("name_en"),
                row.get("form"),
                row.get("source"),
                row.yes("required"),
                row.yes("deferrable"),
                row.list("produced_by_item"),
                row.yes("reusable_without_submission"),
                text(row, "basis"),
                row.yes("committable"),
                text(row, "template"),
                text(row, "sample"));
    }
}
