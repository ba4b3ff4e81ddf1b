package org.xiangmuzhang.catalog.domain.bundle;

import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one list of materials: those of one name are one. */
final class MaterialsOnce {

    private record Asked(Item by, Material material) {}

    private MaterialsOnce() {}

    static List<SharedMaterial> of(Roles roles) {
        Set<String> made = new LinkedHashSet<>();
        roles.handled().forEach(item -> made.add(item.code()));
        Map<String, List<Asked>> byName = new LinkedHashMap<>();
        for (Item item : roles.asked()) {
            for (Material material : item.materials()) {
                byName.computeIfAbsent(name(material), same -> new ArrayList<>())
                        .add(new Asked(item, material));
            }
        }
        return byName.values().stream().map(asked -> shared(asked, made)).toList();
    }

    static String name(Material material) {
        return name(material.nameZh());
    }

    /** Brackets and blanks are written in several ways. */
    static String name(String text) {
        return text.replaceAll("\\s", "").replace('(', '（').replace(')', '）');
    }

    private static SharedMaterial shared(List<Asked> asked, Set<String> handled) {
        Material first = asked.getFirst().material();
        List<String> madeBy =
                asked.stream()
                        .flatMap(one -> one.material().producedBy().stream())
                        .filter(handled::contains)
                        .distinct()
                        .toList();
        boolean inside =
                asked.stream()
                        .allMatch(
                                one ->
                                        one.material().producedBy().stream()
                                                .anyMatch(handled::contains));
        SharedMaterial.Fate fate =
                inside
                        ? SharedMaterial.Fate.MADE_INSIDE
                        : asked.stream().anyMatch(one -> one.material().reusable())
                                ? SharedMaterial.Fate.FETCHED
                                : SharedMaterial.Fate.HANDED_IN;
        return new SharedMaterial(
                first.nameZh(),
                first.nameEn(),
                first.form(),
                first.source(),
                asked.stream().anyMatch(one -> one.material().required()),
                asked.stream().allMatch(one -> one.material().deferrable()),
                fate,
                asked.stream().map(one -> one.by().code()).distinct().toList(),
                asked.stream().map(one -> one.by().department()).distinct().toList(),
                madeBy);
    }
}
