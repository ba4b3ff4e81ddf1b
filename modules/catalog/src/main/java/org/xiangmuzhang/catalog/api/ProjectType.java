package org.xiangmuzhang.catalog.api;

import java.util.List;

/**
 * What a type of project needs, as it holds at one place.
 *
 * @param initiationKind FILING 备案, VERIFICATION 核准, APPROVAL 审批, TECH_FILING or LICENCE
 * @param landSupply GRANT, ALLOCATION or NONE
 * @param targetDays working days of the published target, by {@code targetScope}
 * @param items in a topological order
 * @param dependencies the edges between these items
 */
public record ProjectType(
        String code,
        String version,
        String nameZh,
        String nameEn,
        String investorKind,
        String initiationKind,
        String landSupply,
        int targetDays,
        String targetScope,
        List<Need> items,
        List<Dependency> dependencies) {

    /** An item of the type; a conditional one is taken up only when its condition holds. */
    public record Need(Item item, boolean mandatory) {}
}
