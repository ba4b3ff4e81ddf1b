package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.domain.graph.ItemGraph;
import org.xiangmuzhang.catalog.port.in.GraphDetail;
import org.xiangmuzhang.catalog.port.in.LookingAtGraphs;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

/**
 * Who waits for whom: within a type of project, within a package, and around an item; with {@code
 * to}, also the shortest and the longest way to an item, from {@code from} or from anywhere.
 */
@RestController
@RequestMapping("/api/catalog")
class RestGraphs {

    private final LookingAtGraphs graphs;

    RestGraphs(LookingAtGraphs graphs) {
        this.graphs = graphs;
    }

    @GetMapping("/project-types/{code}/graph")
    GraphDetail ofType(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            Actor actor) {
        Region place = place(region, actor);
        return detail(place, graphs.ofType(place, code), from, to);
    }

    @GetMapping("/packages/{code}/graph")
    GraphDetail ofPackage(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            Actor actor) {
        Region place = place(region, actor);
        return detail(place, graphs.ofPackage(place, code), from, to);
    }

    @GetMapping("/items/{code}/graph")
    GraphDetail around(
            @PathVariable String code,
            @RequestParam @Nullable Integer steps,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            Actor actor) {
        Region place = place(region, actor);
        return detail(place, graphs.around(place, code, steps == null ? 1 : steps), from, to);
    }

    private GraphDetail detail(
            Region place, ItemGraph graph, @Nullable String from, @Nullable String to) {
        return GraphDetail.of(place, graph, to == null ? null : graphs.ways(graph, from, to));
    }

    private static Region place(@Nullable Region region, Actor actor) {
        return region == null ? actor.region() : region;
    }
}
