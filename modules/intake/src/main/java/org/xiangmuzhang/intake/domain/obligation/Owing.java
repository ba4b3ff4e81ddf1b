package org.xiangmuzhang.intake.domain.obligation;

import org.jmolecules.ddd.annotation.Service;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.kernel.Refusal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 容缺: what an item may be accepted or approved without. Never a key material, and nothing where the
 * item does not allow it or a clause excludes it; the catalog says both.
 */
@Service
public final class Owing {

    private Owing() {}

    /** Materials that are asked for, may come later and are not here. */
    public static List<String> mayCome(Task task, Collection<Material> asked, Set<String> here) {
        return task.head().terms().owedAllowed()
                ? missing(asked, here).filter(Material::deferrable).map(Material::id).toList()
                : List.of();
    }

    /**
     * Refuses to do without materials of an item: {@code owed-materials-not-allowed}, {@code
     * material-not-deferrable}, {@code key-material-missing}, {@code nothing-is-owed}.
     *
     * @param owed those that are to come later
     * @param here those that have come or that a promise stands for
     * @param pointer to the field that names them
     */
    public static void examine(
            Task task,
            Collection<Material> asked,
            Collection<String> owed,
            Set<String> here,
            String pointer) {
        String item = task.head().terms().code();
        if (!task.head().terms().owedAllowed()) {
            throw Refusal.invalid("owed-materials-not-allowed", pointer, item);
        }
        List<String> possible = mayCome(task, asked, here);
        for (String material : owed) {
            if (!possible.contains(material)) {
                throw Refusal.invalid("material-not-deferrable", pointer, material);
            }
        }
        String keys =
                missing(asked, here)
                        .filter(material -> !material.deferrable())
                        .map(Material::id)
                        .collect(Collectors.joining(", "));
        if (!keys.isEmpty()) {
            throw Refusal.conflict("key-material-missing", item, keys);
        }
    }

    /**
     * Refuses to approve plainly what lacks a material that is required: {@code
     * required-material-missing}. On notice and commitment the promise stands for all of them.
     *
     * @param here those that have come or that a promise stands for
     */
    public static void mustBeWhole(Task task, Collection<Material> asked, Set<String> here) {
        String lacking =
                task.mode() == Mode.COMMITMENT
                        ? ""
                        : missing(asked, here).map(Material::id).collect(Collectors.joining(", "));
        if (!lacking.isEmpty()) {
            throw Refusal.conflict(
                    "required-material-missing", task.head().terms().code(), lacking);
        }
    }

    private static Stream<Material> missing(Collection<Material> asked, Set<String> here) {
        return asked.stream()
                .filter(Material::required)
                .filter(material -> !material.reusable())
                .filter(material -> !here.contains(material.id()));
    }
}
