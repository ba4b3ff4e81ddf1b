package org.xiangmuzhang.steward.adapter.in.console;

import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.steward.port.in.ProjectSheet;

import java.util.LinkedHashMap;
import java.util.Map;

/** Stages, and items of the project's type, that a mandate is or may be limited to, in words. */
record ScopeChoices(Map<String, String> stages, Map<String, String> items) {

    static ScopeChoices of(Catalog catalog, ProjectSheet project, ItemWords words) {
        Map<String, String> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(stage.name(), words.say("steward.stage." + stage.name()));
        }
        Map<String, String> items = new LinkedHashMap<>();
        catalog.projectType(project.region(), project.projectType()).stream()
                .flatMap(type -> type.items().stream())
                .filter(need -> !need.item().milestone())
                .forEach(need -> items.put(need.item().code(), words.item(need.item().code())));
        project.mandates().stream()
                .flatMap(mandate -> mandate.items().stream())
                .forEach(code -> items.putIfAbsent(code, words.item(code)));
        return new ScopeChoices(stages, items);
    }
}
