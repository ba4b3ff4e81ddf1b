package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.Organ;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.domain.ItemFacts;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.domain.list.Desk;
import org.xiangmuzhang.catalog.port.in.Precondition;
import org.xiangmuzhang.kernel.Region;

import java.util.List;

/**
 * One item with everything that is asked and promised.
 *
 * @param organ who decides on it here today
 * @param basis what the legal limit rests on
 * @param regionalEvaluation code of the regional evaluation that may replace it
 * @param exclusion whether commitment and later supply are excluded, and by which clause
 * @param note remark of the catalog's makers
 * @param desks where somebody at the place goes with it today, the nearest first
 */
record ItemDetail(
        Region region,
        ItemLine item,
        Organ organ,
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
        Exclusion exclusion,
        List<Precondition> preconditions,
        List<Desk> desks) {

    static ItemDetail of(
            Region region,
            Item item,
            Organ organ,
            List<Precondition> preconditions,
            List<Desk> desks,
            Template template) {
        ItemFacts facts = template.facts(item.code());
        return new ItemDetail(
                region,
                ItemLine.of(item, template),
                organ,
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
                item.exclusion(),
                preconditions,
                desks);
    }
}
