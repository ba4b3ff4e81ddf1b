package org.xiangmuzhang.catalog.domain.search;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.bundle.Family;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Themes and turns of life of a place's items. No table says either, both follow from its packages
 * 一件事: a theme is a package, and its family tells what it is for. An item of a list is where the
 * item of the template is that it stands below.
 */
public final class Themes {

    private static final Map<Family, LifeCycle> TURNS =
            Map.of(
                    Family.LIFE_CYCLE, LifeCycle.OPENING,
                    Family.TRADE, LifeCycle.OPERATING,
                    Family.ONE_PLUS_N, LifeCycle.CHANGING);

    private final Map<String, Set<String>> themes = new LinkedHashMap<>();
    private final Map<LifeCycle, Set<String>> turns = new EnumMap<>(LifeCycle.class);

    public Themes(PlaceView view) {
        for (Row row : view.template().library().rows(Table.PACKAGES)) {
            Set<String> items = new HashSet<>(row.list("item_codes"));
            items.retainAll(view.items().keySet());
            if (!items.isEmpty()) {
                themes.put(row.get("package_code"), items);
            }
            TURNS.forEach(
                    (family, turn) -> {
                        if (row.get("family").equals(family.name())) {
                            turns.computeIfAbsent(turn, none -> new HashSet<>()).addAll(items);
                        }
                    });
        }
    }

    /** Codes of the packages that join such items, in the order of their table. */
    public Set<String> of(About about) {
        Set<String> found = new LinkedHashSet<>();
        themes.forEach(
                (theme, items) -> {
                    if (items.contains(about.template())) {
                        found.add(theme);
                    }
                });
        return found;
    }

    /** When in the life of an enterprise such items are needed; nothing where that is not known. */
    public Set<LifeCycle> turns(About about) {
        Set<LifeCycle> found = EnumSet.noneOf(LifeCycle.class);
        if (about.stage() != Stage.CROSS_STAGE) {
            found.add(LifeCycle.BUILDING);
        }
        turns.forEach(
                (turn, items) -> {
                    if (items.contains(about.template())) {
                        found.add(turn);
                    }
                });
        return found;
    }

    public boolean fits(Filter filter, About about) {
        Scope scope = scope(filter);
        return scope.stages().contains(about.stage())
                && (scope.department() == null || scope.department().equals(about.department()))
                && (scope.templates() == null || scope.templates().contains(about.template()));
    }

    /** The filter by what is kept of an item. */
    public Scope scope(Filter filter) {
        Set<Stage> stages = EnumSet.allOf(Stage.class);
        if (filter.stage() != null) {
            stages = EnumSet.of(filter.stage());
        }
        Set<String> templates = null;
        LifeCycle turn = filter.lifeCycle();
        if (turn == LifeCycle.BUILDING) {
            stages.remove(Stage.CROSS_STAGE);
        } else if (turn != null) {
            templates = new HashSet<>(turns.getOrDefault(turn, Set.of()));
        }
        if (filter.theme() != null) {
            Set<String> joined = themes.getOrDefault(filter.theme(), Set.of());
            if (templates == null) {
                templates = new HashSet<>(joined);
            } else {
                templates.retainAll(joined);
            }
        }
        return new Scope(stages, filter.department(), templates);
    }

    /**
     * @param templates items of the template, themselves or what stands below them; null for all
     */
    public record Scope(
            Set<Stage> stages, @Nullable String department, @Nullable Set<String> templates) {}
}
