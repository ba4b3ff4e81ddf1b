package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.port.out.Board;
import org.xiangmuzhang.steward.port.out.Board.Selection;
import org.xiangmuzhang.steward.spi.Alerts;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The light of a project is the worst of the warnings that stand; who watches says which do. */
@Component
class BoardLights {

    static final String GREEN = "GREEN";

    private static final List<String> LIGHTS = List.of(GREEN, "YELLOW", "ORANGE", "RED");

    private final ObjectProvider<Alerts> alerts;
    private final Regions regions;
    private final Board board;

    BoardLights(ObjectProvider<Alerts> alerts, Regions regions, Board board) {
        this.alerts = alerts;
        this.regions = regions;
        this.board = board;
    }

    /** Of the selection those whose worst light it is; all of them without a light. */
    Selection only(Selection of, @Nullable String light) {
        if (light == null) {
            return of;
        }
        if (!LIGHTS.contains(light)) {
            throw Refusal.invalid("light-unknown", "/light", String.join(", ", LIGHTS));
        }
        Map<UUID, String> lit = lit(of);
        return light.equals(GREEN)
                ? new Selection(of.regions(), of.enterprise(), of.steward(), null, lit.keySet())
                : these(
                        of,
                        lit.entrySet().stream()
                                .filter(one -> one.getValue().equals(light))
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet()));
    }

    /** Of the selection those with any warning standing. */
    Selection warned(Selection of) {
        return these(of, lit(of).keySet());
    }

    private static Selection these(Selection of, Set<UUID> projects) {
        return new Selection(of.regions(), of.enterprise(), of.steward(), projects, Set.of());
    }

    /** The worst light of each of the projects that has a warning. */
    Map<UUID, String> of(Collection<UUID> projects) {
        Map<UUID, String> worst = new HashMap<>();
        alerts.stream()
                .forEach(
                        watching ->
                                watching.standing(projects)
                                        .forEach(
                                                (project, standing) ->
                                                        worst.put(project, worst(standing))));
        return worst;
    }

    private static String worst(List<Alerts.Alert> standing) {
        return standing.stream()
                .map(Alerts.Alert::light)
                .max(Comparator.comparingInt(LIGHTS::indexOf))
                .orElse(GREEN);
    }

    private Map<UUID, String> lit(Selection of) {
        UUID enterprise = of.enterprise();
        Set<Region> places = of.regions();
        if (enterprise != null || places == null) {
            return enterprise == null ? Map.of() : of(board.ofEnterprise(enterprise));
        }
        Set<Region> handling = handling(places);
        Map<UUID, String> lit = new HashMap<>();
        alerts.stream().forEach(watching -> lit.putAll(watching.lit(handling)));
        return lit;
    }

    /** A project's matters are handled at its place, or at one that is above it. */
    private Set<Region> handling(Set<Region> places) {
        return regions.within(Region.TEMPLATE).stream()
                .filter(
                        upper ->
                                places.contains(upper)
                                        || places.stream()
                                                .anyMatch(place -> regions.covers(upper, place)))
                .collect(Collectors.toSet());
    }
}
