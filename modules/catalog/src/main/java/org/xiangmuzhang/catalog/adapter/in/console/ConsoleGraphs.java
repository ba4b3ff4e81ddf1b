package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.domain.graph.Chain;
import org.xiangmuzhang.catalog.domain.graph.Drawing;
import org.xiangmuzhang.catalog.domain.graph.ItemGraph;
import org.xiangmuzhang.catalog.domain.graph.Link;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.GraphDetail;
import org.xiangmuzhang.catalog.port.in.LookingAtGraphs;
import org.xiangmuzhang.catalog.port.in.LookingAtGraphs.Ways;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who waits for whom, drawn: for a type of project, for a package, and around an item. */
@Controller
@RequestMapping(ConsoleGraphs.HERE)
class ConsoleGraphs {

    static final String HERE = "/console/catalog/graph";
    private static final int FITS = 1_500;

    private final LookingAtGraphs graphs;
    private final LookingAtPackages packages;
    private final Browsing browsing;
    private final TablePages pages;
    private final MessageSource messages;

    ConsoleGraphs(
            LookingAtGraphs graphs,
            LookingAtPackages packages,
            Browsing browsing,
            TablePages pages,
            MessageSource messages) {
        this.graphs = graphs;
        this.packages = packages;
        this.browsing = browsing;
        this.pages = pages;
        this.messages = messages;
    }

    @Bean
    static MenuEntry graphMenu() {
        return new MenuEntry(HERE, "catalog.graph", 56, Set.of());
    }

    /** What is drawn: its graph, what it is called, and the ways that were asked for. */
    private record Drawn(ItemGraph graph, String title, @Nullable Ways ways) {}

    /** An item with all that it waits for, as a line of the table. */
    public record Waiting(Item item, List<Link> links) {}

    private Drawn drawn(GraphQuestion asked, Region place, Words words) {
        String item = asked.item();
        String bundle = asked.bundle();
        ItemGraph graph;
        String title;
        if (item != null) {
            graph = graphs.around(place, item, asked.steps());
            Item middle = graph.items().get(item);
            title = middle == null ? item : words.name(middle);
        } else if (bundle != null) {
            graph = graphs.ofPackage(place, bundle);
            title = packagesHere(place, words).getOrDefault(bundle, bundle);
        } else {
            String type = type(asked, place);
            graph = graphs.ofType(place, type);
            title = types(place, words).getOrDefault(type, type);
        }
        String to = asked.to();
        return new Drawn(graph, title, to == null ? null : graphs.ways(graph, asked.from(), to));
    }

    private String type(GraphQuestion asked, Region place) {
        String type = asked.type();
        return type != null
                ? type
                : browsing.at(place).types().keySet().stream()
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("project-type-unknown", "–"));
    }

    private Map<String, String> types(Region place, Words words) {
        return byCode(
                List.copyOf(browsing.at(place).types().values()),
                ProjectType::code,
                type -> words.either(type.nameZh(), type.nameEn()));
    }

    private Map<String, String> packagesHere(Region place, Words words) {
        return byCode(
                packages.packages(place).stream().filter(line -> line.items() > 1).toList(),
                LookingAtPackages.PackageLine::code,
                line -> words.either(line.nameZh(), line.nameEn()));
    }

    private static <T> Map<String, String> byCode(
            List<T> all, Function<T, String> code, Function<T, String> name) {
        Map<String, String> byCode = new LinkedHashMap<>();
        all.forEach(one -> byCode.put(code.apply(one), name.apply(one)));
        return byCode;
    }

    private static @Nullable Chain chain(GraphQuestion asked, @Nullable Ways ways) {
        if (ways == null) {
            return null;
        }
        return (asked.way() == GraphQuestion.Way.SHORTEST ? ways.shortest() : ways.longest())
                .orElse(null);
    }

    @GetMapping
    String graph(@RequestParam Map<String, String> query, Actor actor, Locale locale, Model model) {
        GraphQuestion asked = GraphQuestion.of(query);
        Region place = pages.place(asked.region(), actor);
        Words words = pages.words(locale);
        GraphWords said = new GraphWords(words, messages, locale);
        Drawn drawn = drawn(asked, place, words);
        ItemGraph graph = drawn.graph();
        Drawing drawing = Drawing.of(graph, asked.all());
        int zoom = asked.percent();
        String title =
                messages.getMessage(
                        "catalog.graph.label",
                        new Object[] {drawn.title(), graph.items().size()},
                        locale);
        model.addAttribute(
                "svg",
                new GraphPicture(graph, drawing, said, chain(asked, drawn.ways()), asked.item())
                        .inPage(
                                title,
                                zoom,
                                asked.zoom() == null && drawing.width() <= FITS,
                                asked::around));
        model.addAttribute("graph", graph);
        model.addAttribute("drawing", drawing);
        model.addAttribute("said", said);
        model.addAttribute("what", drawn.title());
        model.addAttribute("ways", drawn.ways());
        model.addAttribute("way", asked.way());
        model.addAttribute("waiting", waiting(graph));
        model.addAttribute("types", types(place, words));
        model.addAttribute("packages", packagesHere(place, words));
        model.addAttribute(
                "items", byCode(List.copyOf(graph.items().values()), Item::code, words::name));
        model.addAttribute(
                "everyItem",
                byCode(List.copyOf(browsing.at(place).items().values()), Item::code, words::name));
        model.addAttribute("zoom", zoom);
        model.addAttribute("all", asked.all());
        model.addAttribute("steps", asked.steps());
        model.addAttribute("item", asked.item());
        model.addAttribute("bundle", asked.bundle());
        model.addAttribute("type", type(asked, place));
        model.addAttribute("from", asked.from());
        model.addAttribute("to", asked.to());
        model.addAttribute("subject", asked.subject());
        model.addAttribute("zooms", asked.zooms());
        model.addAttribute("links", asked.links());
        model.addAttribute("here", asked.region().isEmpty() ? null : asked.region());
        return pages.shown("catalog/graph", place, actor, locale, model);
    }

    private static List<Waiting> waiting(ItemGraph graph) {
        Map<String, List<Link>> links =
                graph.links().stream().collect(Collectors.groupingBy(Link::to));
        return graph.items().values().stream()
                .map(item -> new Waiting(item, links.getOrDefault(item.code(), List.of())))
                .toList();
    }

    /** The picture as a file that looks the same without the console. */
    @GetMapping("/export")
    ResponseEntity<byte[]> svg(
            @RequestParam Map<String, String> query, Actor actor, Locale locale) {
        GraphQuestion asked = GraphQuestion.of(query);
        Region place = pages.place(asked.region(), actor);
        Words words = pages.words(locale);
        Drawn drawn = drawn(asked, place, words);
        String file =
                new GraphPicture(
                                drawn.graph(),
                                Drawing.of(drawn.graph(), asked.all()),
                                new GraphWords(words, messages, locale),
                                chain(asked, drawn.ways()),
                                asked.item())
                        .file(drawn.title());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"graph.svg\"")
                .contentType(new MediaType("image", "svg+xml", StandardCharsets.UTF_8))
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/export/json")
    ResponseEntity<GraphDetail> json(
            @RequestParam Map<String, String> query, Actor actor, Locale locale) {
        GraphQuestion asked = GraphQuestion.of(query);
        Region place = pages.place(asked.region(), actor);
        Drawn drawn = drawn(asked, place, pages.words(locale));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"graph.json\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(GraphDetail.of(place, drawn.graph(), drawn.ways()));
    }
}
