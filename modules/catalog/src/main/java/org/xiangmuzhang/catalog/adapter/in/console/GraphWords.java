package org.xiangmuzhang.catalog.adapter.in.console;

import org.springframework.context.MessageSource;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.domain.graph.Chain;
import org.xiangmuzhang.catalog.domain.graph.Drawing.Curve;
import org.xiangmuzhang.catalog.domain.graph.ItemGraph;
import org.xiangmuzhang.catalog.domain.graph.Link;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a graph of items says, in the visitor's language. */
public record GraphWords(Words words, MessageSource messages, Locale locale) {

    public String name(Item item) {
        return words.name(item);
    }

    public String name(ItemGraph graph, String code) {
        Item item = graph.items().get(code);
        return item == null ? words.item(code) : words.name(item);
    }

    public String department(Item item) {
        return words.department(item.department());
    }

    /** The promise in a few letters. */
    public String days(Item item) {
        return item.promised().days() == 0
                ? say("catalog.graph.at-once")
                : say("catalog.graph.days." + item.promised().unit(), item.promised().days());
    }

    /** All of an item in one line. */
    public String item(Item item) {
        return say(
                "catalog.graph.item",
                name(item),
                item.code(),
                say("catalog.stage." + item.stage()),
                department(item),
                days(item));
    }

    /** Who waits for whom, and why. */
    public String curve(ItemGraph graph, Curve curve) {
        return say(
                "catalog.graph.waits",
                name(graph, curve.from()),
                name(graph, curve.to()),
                curve.links().stream()
                        .map(link -> why(graph, link))
                        .collect(Collectors.joining(separator())));
    }

    /** Why the one waits for the other, and what relaxes it. */
    public String why(ItemGraph graph, Link link) {
        Material material = link.material();
        String reason =
                switch (link.origin()) {
                    case ORDER -> say("catalog.dependency." + link.kind());
                    case MATERIAL ->
                            material == null
                                    ? say("catalog.dependency.MATERIAL")
                                    : say("catalog.graph.material", words.name(material))
                                            + others(graph, link, material);
                    case PACKAGE -> say("catalog.graph.package");
                };
        return say(
                "catalog.graph.why",
                reason,
                link.isFirm()
                        ? say("catalog.graph.firm")
                        : say(
                                "catalog.graph.soft",
                                say("catalog.relaxation." + link.relaxableBy())));
    }

    private String others(ItemGraph graph, Link link, Material material) {
        List<String> others =
                material.producedBy().stream().filter(code -> !code.equals(link.from())).toList();
        return others.isEmpty()
                ? ""
                : say(
                        "catalog.graph.alternatives",
                        others.stream()
                                .map(code -> name(graph, code))
                                .collect(Collectors.joining(separator())));
    }

    /** The names of a chain, one after the other. */
    public String chain(ItemGraph graph, Chain chain) {
        return chain.items().stream()
                .map(code -> name(graph, code))
                .collect(Collectors.joining(" → "));
    }

    private String separator() {
        return locale.getLanguage().equals("en") ? "; " : "；";
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
