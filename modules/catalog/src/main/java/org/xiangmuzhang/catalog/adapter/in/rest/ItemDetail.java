package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.domain.ItemFacts;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.port.in.Precondition;
import org.xiangmuzhang.kernel.Region;

import java.util.List;

/**
 * One item with everything that is asked and promised.
 *
 * @param basis what the legal limit rests on
 * @param regionalEvaluation code of the regional evaluation that may replace it
 * @param note remark of the catalog's makers
 */
record ItemDetail(
        Region region,
        ItemLine item,
        List<SpecialProcedure> procedures,
        boolean commitment,
        boolean deficiencyTolerant,
        boolean simulatable,
        boolean oneBook,
        @Nullable String regionalEvaluation,
        String result,
        String resultKind,
        String level,
        @Nullable String basis,
        @Nullable String appliesWhen,
        @Nullable String note,
        List<Material> materials,
        List<Precondition> preconditions) {

    static ItemDetail of(
            Region region, Item item, List<Precondition> preconditions, Template template) {
        ItemFacts facts = template.facts(item.code());
        return new ItemDetail(
                region,
                ItemLine.of(item, template),
                item.procedures().stream().sorted().toList(),
                item.commitment(),
                item.deficiencyTolerant(),
                item.simulatable(),
                facts.oneBook(),
                facts.regionalEvaluation(),
                item.resultNameZh(),
                facts.resultKind(),
                facts.level(),
                facts.basis(),
                item.appliesWhen(),
                facts.note(),
                item.materials(),
                preconditions);
    }
}
