package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.List;
import java.util.Set;

/** What the catalog said of the item on the day of receipt; later versions do not touch it. */
@ValueObject
public record ItemTerms(
        String code,
        String version,
        String department,
        @Nullable TimeLimit statutory,
        TimeLimit promised,
        Set<SpecialProcedure> procedures,
        boolean owedAllowed,
        List<String> materials) {

    public ItemTerms {
        procedures = Set.copyOf(procedures);
        materials = List.copyOf(materials);
    }

    /**
     * @param department code of the department that is to decide
     */
    public static ItemTerms of(Item item, String department) {
        return new ItemTerms(
                item.code(),
                item.version(),
                department,
                item.statutory(),
                item.promised(),
                item.procedures(),
                item.deficiencyTolerant(),
                item.materials().stream().map(Material::id).toList());
    }
}
