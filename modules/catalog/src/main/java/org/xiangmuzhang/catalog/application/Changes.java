package org.xiangmuzhang.catalog.application;

import org.xiangmuzhang.catalog.api.Item;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Names what differs between two versions of an item. */
final class Changes {

    private static final Map<String, Function<Item, Object>> PROPERTIES = new LinkedHashMap<>();

    static {
        PROPERTIES.put("nameZh", Item::nameZh);
        PROPERTIES.put("nameEn", Item::nameEn);
        PROPERTIES.put("stage", Item::stage);
        PROPERTIES.put("kind", Item::kind);
        PROPERTIES.put("department", Item::department);
        PROPERTIES.put("statutory", item -> String.valueOf(item.statutory()));
        PROPERTIES.put("promised", Item::promised);
        PROPERTIES.put("procedures", Item::procedures);
        PROPERTIES.put("commitment", Item::commitment);
        PROPERTIES.put("deficiencyTolerant", Item::deficiencyTolerant);
        PROPERTIES.put("simulatable", Item::simulatable);
        PROPERTIES.put("milestone", Item::milestone);
        PROPERTIES.put("resultNameZh", Item::resultNameZh);
        PROPERTIES.put("appliesWhen", item -> String.valueOf(item.appliesWhen()));
        PROPERTIES.put("materials", Item::materials);
        PROPERTIES.put("exclusion", Item::exclusion);
    }

    private Changes() {}

    static List<String> between(Item one, Item other) {
        return PROPERTIES.entrySet().stream()
                .filter(
                        property ->
                                !Objects.equals(
                                        property.getValue().apply(one),
                                        property.getValue().apply(other)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
