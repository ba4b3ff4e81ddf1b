package org.xiangmuzhang.intake.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.xiangmuzhang.intake.port.in.CheckSheet;
import org.xiangmuzhang.intake.port.in.CheckSheet.Verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rules object to, beside the papers they looked at; the rest stands in a list. */
final class Objections {

    private Objections() {}

    /** For the fragments of {@code intake/parts}: the check, and reasons by the key of a paper. */
    static void show(
            @Nullable CheckSheet check, List<Papers.Line> papers, Words words, Model model) {
        model.addAttribute("check", check);
        Map<String, List<String>> beside = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (CheckSheet.Item item : check == null ? List.<CheckSheet.Item>of() : check.items()) {
            for (Verdict verdict : item.verdicts()) {
                String reason = words.either(verdict.reasonZh(), verdict.reasonEn());
                if (verdict.passed()) {
                    passed.add(reason);
                    continue;
                }
                List<String> keys =
                        papers.stream()
                                .filter(paper -> paper.ids().contains(verdict.subject()))
                                .map(Papers.Line::key)
                                .toList();
                keys.forEach(
                        key -> beside.computeIfAbsent(key, first -> new ArrayList<>()).add(reason));
                if (keys.isEmpty()) {
                    rest.add(reason);
                }
            }
        }
        model.addAttribute("objections", beside);
        model.addAttribute("objectionsElsewhere", rest);
        model.addAttribute("rulesPassed", passed.size());
    }
}
