package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.domain.graph.Circles;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The values of a place for one item; null means: as the parents have it. Name, code, kind and
 * basis are the same everywhere (四级四同).
 *
 * @param materials the whole list that the place asks for
 */
@ValueObject
public record LocalValues(
        @Nullable String department,
        @Nullable TimeLimit statutory,
        @Nullable TimeLimit promised,
        @Nullable Set<SpecialProcedure> procedures,
        @Nullable Boolean commitment,
        @Nullable Boolean deficiencyTolerant,
        @Nullable Boolean simulatable,
        @Nullable List<Material> materials,
        @Nullable Exclusion exclusion) {

    public static final LocalValues NONE =
            new LocalValues(null, null, null, null, null, null, null, null, null);

    private static final Set<String> FORMS =
            Set.of("ORIGINAL", "COPY", "ELECTRONIC", "E_CERTIFICATE");
    private static final Set<String> SOURCES =
            Set.of("APPLICANT", "GOVERNMENT_ECERT", "INTERMEDIARY");

    /** Refuses values that the item, as the parents have it, does not allow. */
    void check(Item parent, Template template) {
        if (department != null && !template.departments().containsKey(department)) {
            throw Refusal.invalid("department-unknown", "/department", department);
        }
        if (statutory != null
                && parent.statutory() != null
                && Limits.isLonger(statutory, parent.statutory())) {
            throw Refusal.invalid("limit-longer-than-law", "/statutory", parent.statutory().days());
        }
        TimeLimit law = statutory == null ? parent.statutory() : statutory;
        TimeLimit promise = promised == null ? parent.promised() : promised;
        if (law != null && Limits.isLonger(promise, law)) {
            throw Refusal.invalid(
                    "promise-longer-than-law", "/promised", promise.days(), law.days());
        }
        checkMaterials(parent.code(), template);
        checkExclusion(parent);
    }

    /** A place may exclude more than its parents, not less, and says by which clause. */
    private void checkExclusion(Item parent) {
        Exclusion holding = exclusion == null ? parent.exclusion() : exclusion;
        if (exclusion != null) {
            if (exclusion.byClause()
                    && (exclusion.clause() == null || exclusion.clause().isBlank())) {
                throw Refusal.invalid("exclusion-clause", "/exclusion_clause");
            }
            if (parent.exclusion().byClause() && !exclusion.byClause()) {
                throw Refusal.invalid(
                        "exclusion-above",
                        "/exclusion",
                        String.valueOf(parent.exclusion().clause()));
            }
        }
        if (!holding.byClause()) {
            return;
        }
        String clause = String.valueOf(holding.clause());
        if (Boolean.TRUE.equals(commitment)) {
            throw Refusal.invalid("commitment-excluded", "/commitment", clause);
        }
        if (Boolean.TRUE.equals(deficiencyTolerant)) {
            throw Refusal.invalid("later-supply-excluded", "/deficiency_tolerant", clause);
        }
        int at = 0;
        for (Material material : materials == null ? List.<Material>of() : materials) {
            String pointer = "/materials/" + at++;
            if (Boolean.TRUE.equals(material.committable())) {
                throw Refusal.invalid("commitment-excluded", pointer + "/committable", clause);
            }
            if (material.deferrable()) {
                throw Refusal.invalid("later-supply-excluded", pointer + "/deferrable", clause);
            }
        }
    }

    /** Whom nobody knows is refused; so is, by its own rule, what nobody at all produces. */
    private static void producers(
            String code, Material material, String pointer, Template template) {
        List<String> unknown =
                material.producedBy().stream()
                        .filter(producer -> !template.items().containsKey(producer))
                        .toList();
        if (unknown.isEmpty()) {
            return;
        }
        if (unknown.size() == material.producedBy().size()) {
            throw Refusal.invalid(
                    "material-nobody-produces",
                    pointer + "/producedBy",
                    material.nameZh(),
                    Circles.path(List.of(unknown.getFirst(), code)));
        }
        throw Refusal.invalid("item-unknown", pointer + "/producedBy", unknown.getFirst());
    }

    private void checkMaterials(String code, Template template) {
        Set<String> ids = new HashSet<>();
        int at = 0;
        for (Material material : materials == null ? List.<Material>of() : materials) {
            String pointer = "/materials/" + at++;
            if (!ids.add(material.id())) {
                throw Refusal.invalid("material-twice", pointer + "/id", material.id());
            }
            if (!FORMS.contains(material.form())) {
                throw Refusal.invalid("material-form", pointer + "/form", material.form());
            }
            if (!SOURCES.contains(material.source())) {
                throw Refusal.invalid("material-source", pointer + "/source", material.source());
            }
            if (material.asksAgain()) {
                throw Refusal.invalid(
                        "material-asked-again", pointer + "/reusable", material.nameZh());
            }
            producers(code, material, pointer, template);
        }
    }
}
