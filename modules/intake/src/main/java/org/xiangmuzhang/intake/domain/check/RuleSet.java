package org.xiangmuzhang.intake.domain.check;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Forms and rules as they hold at a place on a day.
 *
 * @param setBy whose version it is, or null: what was shipped
 * @param version of that place, or 0
 * @param complete items whose rules cover everything, so that they may decide themselves
 * @param depths how deeply an item is examined for a grade of credit
 * @param reviewShare of a hundred decisions by rule, how many a person looks at again
 */
@ValueObject
public record RuleSet(
        @Nullable Region setBy,
        int version,
        List<FormField> fields,
        List<Rule> rules,
        Set<String> complete,
        List<GradedDepth> depths,
        int reviewShare) {

    /** Of every item, when it is a dash. */
    @ValueObject
    public record GradedDepth(String grade, String item, Depth depth) {}

    public RuleSet {
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
        complete = Set.copyOf(complete);
        depths = List.copyOf(depths);
    }

    /**
     * Whether every rule can be judged, no code stands twice, and what decides itself has a rule.
     */
    public boolean isWellFormed() {
        Map<String, Map<String, FormField>> byItem = new HashMap<>();
        for (FormField field : fields) {
            if (!FormField.CODE.matcher(field.code()).matches()
                    || byItem.computeIfAbsent(field.item(), first -> new HashMap<>())
                                    .put(field.code(), field)
                            != null) {
                return false;
            }
        }
        return rules.stream().map(Rule::code).distinct().count() == rules.size()
                && rules.stream()
                        .allMatch(
                                rule ->
                                        rule.isWellFormed(
                                                byItem.getOrDefault(rule.item(), Map.of())))
                && complete.stream()
                        .allMatch(
                                item -> rules.stream().anyMatch(rule -> rule.item().equals(item)));
    }

    /** The form of these items: every field once. */
    public List<FormField> form(List<String> items) {
        Map<String, FormField> form = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> items.contains(field.item()))
                .forEach(field -> form.putIfAbsent(field.code(), field));
        return List.copyOf(form.values());
    }

    public List<Rule> rulesOf(String item) {
        return rules.stream().filter(rule -> rule.item().equals(item)).toList();
    }

    /** What the rules of an item find. */
    public List<Finding> judge(String item, Facts facts) {
        return rulesOf(item).stream()
                .map(
                        rule -> {
                            HandedIn file = facts.materials().get(rule.subject());
                            return new Finding(
                                    rule,
                                    rule.holds(facts),
                                    rule.kind().isOfMaterials() && file != null
                                            ? file.sha256()
                                            : null);
                        })
                .toList();
    }

    /** How deeply the item is examined for that grade; fully when none is known. */
    public Depth depth(@Nullable String grade, String item) {
        return depths.stream()
                .filter(one -> one.grade().equals(grade) && one.item().equals(item))
                .findFirst()
                .or(
                        () ->
                                depths.stream()
                                        .filter(
                                                one ->
                                                        one.grade().equals(grade)
                                                                && one.item().equals(Rule.NOTHING))
                                        .findFirst())
                .map(GradedDepth::depth)
                .orElse(Depth.FULL);
    }

    /**
     * Whether the rules decide an item about which they found this: all of them, at least one, are
     * content, however deeply a person would look.
     */
    public boolean decides(String item, List<Finding> findings) {
        return complete.contains(item)
                && !findings.isEmpty()
                && findings.stream().allMatch(Finding::passed);
    }

    /**
     * Whether a person looks at a decision again. What is drawn must not rest on anything that came
     * with the application: whoever submits would choose it.
     *
     * @param lots whence the lot is drawn
     */
    public boolean isSampled(RandomGenerator lots) {
        return lots.nextInt(100) < reviewShare;
    }
}
