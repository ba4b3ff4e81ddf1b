package org.xiangmuzhang.catalog.api;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.List;
import java.util.Set;

/**
 * An item (事项) as it holds at one place in one version.
 *
 * @param code stable code, such as {@code SITE-PREEXAM}
 * @param version names the content; kept by whoever decides on the strength of it
 * @param kind PERMIT, CONFIRM, FILING, REVIEW, UTILITY, SERVICE or OTHER
 * @param department code of the department that decides
 * @param statutory the legal limit, or null when the law sets none
 * @param promised the promised limit; never longer than the legal one
 * @param procedures special procedures that may stop its clock
 * @param commitment may be decided on notice and commitment (告知承诺)
 * @param deficiencyTolerant may be accepted with owed materials (容缺)
 * @param simulatable may be reviewed before its condition exists (模拟审批)
 * @param milestone an act of another context: a milestone of a plan, never an application
 * @param exclusion whether commitment and later supply are excluded, and by which clause
 */
public record Item(
        String code,
        String version,
        String nameZh,
        String nameEn,
        Stage stage,
        String kind,
        String department,
        @Nullable TimeLimit statutory,
        TimeLimit promised,
        Set<SpecialProcedure> procedures,
        boolean commitment,
        boolean deficiencyTolerant,
        boolean simulatable,
        boolean milestone,
        String resultNameZh,
        @Nullable String appliesWhen,
        List<Material> materials,
        Exclusion exclusion) {

    /** What may really be done: nothing by commitment or later where that is excluded. */
    public Item allowed() {
        return exclusion.excludes()
                ? new Item(
                        code,
                        version,
                        nameZh,
                        nameEn,
                        stage,
                        kind,
                        department,
                        statutory,
                        promised,
                        procedures,
                        false,
                        false,
                        simulatable,
                        milestone,
                        resultNameZh,
                        appliesWhen,
                        materials.stream().map(Material::atOnce).toList(),
                        exclusion)
                : this;
    }
}
