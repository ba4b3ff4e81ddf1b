package org.xiangmuzhang.intake.domain.check;

import org.jmolecules.ddd.annotation.ValueObject;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What a rule may look at, and nothing else.
 *
 * @param asked ids of the materials that the item asks for
 * @param materials what was handed in, by material id
 */
@ValueObject
public record Facts(
        LocalDate today, Answers answers, Set<String> asked, Map<String, HandedIn> materials) {

    public Facts {
        asked = Set.copyOf(asked);
        materials = Map.copyOf(materials);
    }

    /** How many different contents were handed in for the item. */
    long files() {
        return materials.entrySet().stream()
                .filter(one -> asked.contains(one.getKey()))
                .map(one -> one.getValue().sha256())
                .distinct()
                .count();
    }
}
