package org.xiangmuzhang.steward.domain.people;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a steward carries now, and has carried of a kind.
 *
 * @param projects that are not finished
 * @param items open items of their plans
 * @param late projects that cannot meet their target
 * @param sameType projects of the type in question, finished ones among them
 * @param sameTrade projects of the industry in question
 * @param skills how many skills for it are listed
 */
@ValueObject
public record Workload(int projects, int items, int late, int sameType, int sameTrade, int skills) {

    /** Nothing carried. */
    public static final Workload NONE = new Workload(0, 0, 0, 0, 0, 0);

    /** What one of each counts: load up, experience down. */
    @ValueObject
    public record Weights(int project, int item, int late, int type, int trade, int skill) {}

    /** The parts of the score, none but those that count; experience counts once, not each time. */
    public Map<String, Integer> parts(Weights weights) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        put(parts, "projects", projects * weights.project());
        put(parts, "items", items * weights.item());
        put(parts, "late", late * weights.late());
        put(parts, "type", -Math.min(sameType, 1) * weights.type());
        put(parts, "trade", -Math.min(sameTrade, 1) * weights.trade());
        put(parts, "skills", -skills * weights.skill());
        return parts;
    }

    private static void put(Map<String, Integer> parts, String part, int points) {
        if (points != 0) {
            parts.put(part, points);
        }
    }

    /** The sum of the parts; the lowest is the best. */
    public int score(Weights weights) {
        return parts(weights).values().stream().mapToInt(Integer::intValue).sum();
    }
}
