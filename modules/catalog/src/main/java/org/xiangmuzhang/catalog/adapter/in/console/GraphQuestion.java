package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody asks to be drawn, as it stands in the address.
 *
 * @param type code of a type of project; null for the first one, when nothing is asked for
 * @param bundle code of a package
 * @param item code of an item, whose neighbourhood it is
 * @param steps how far that goes
 * @param from where ways begin; null for anywhere
 * @param to where ways lead; null for no way
 * @param all whether links are drawn that others imply
 * @param zoom in percent; null fits the picture to the page
 */
record GraphQuestion(
        String region,
        @Nullable String type,
        @Nullable String bundle,
        @Nullable String item,
        int steps,
        @Nullable String from,
        @Nullable String to,
        Way way,
        boolean all,
        @Nullable Integer zoom) {

    private static final int LEAST = 25;
    private static final int MOST = 300;
    private static final int STEP = 25;
    private static final String SMALL = "\\d{1,3}";

    /** Which chain is pointed out. */
    public enum Way {
        SHORTEST,
        LONGEST
    }

    static GraphQuestion of(Map<String, String> query) {
        String steps = filled(query, "steps");
        String zoom = filled(query, "zoom");
        return new GraphQuestion(
                query.getOrDefault("region", ""),
                filled(query, "type"),
                filled(query, "bundle"),
                filled(query, "item"),
                steps == null ? 1 : steps.matches(SMALL) ? Integer.parseInt(steps) : 0,
                filled(query, "from"),
                filled(query, "to"),
                Way.SHORTEST.name().equals(query.get("way")) ? Way.SHORTEST : Way.LONGEST,
                "true".equals(query.get("all")),
                zoom == null || !zoom.matches(SMALL) ? null : Integer.valueOf(zoom));
    }

    private static @Nullable String filled(Map<String, String> query, String name) {
        String text = query.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    /** The same without the ways. */
    Map<String, String> subject() {
        Map<String, String> subject = new LinkedHashMap<>();
        if (item != null) {
            subject.put("item", item);
            subject.put("steps", Integer.toString(steps));
        } else if (bundle != null) {
            subject.put("bundle", bundle);
        } else if (type != null) {
            subject.put("type", type);
        }
        if (!region.isEmpty()) {
            subject.put("region", region);
        }
        return subject;
    }

    /** How large it is drawn, in percent. */
    int percent() {
        return zoom == null ? 100 : Math.clamp(zoom, LEAST, MOST);
    }

    /** The addresses of the same picture smaller, fitted and larger. */
    Map<String, String> zooms() {
        int zoom = percent();
        return Map.of(
                "out", address(ConsoleGraphs.HERE, "zoom", "" + Math.max(zoom - STEP, LEAST)),
                "fit", address(ConsoleGraphs.HERE, "zoom", ""),
                "in", address(ConsoleGraphs.HERE, "zoom", "" + Math.min(zoom + STEP, MOST)));
    }

    /** The addresses of the other chain, of all links or the fewest, and of the files. */
    Map<String, String> links() {
        return Map.of(
                "shortest", address(ConsoleGraphs.HERE, "way", Way.SHORTEST.name()),
                "longest", address(ConsoleGraphs.HERE, "way", Way.LONGEST.name()),
                "all", address(ConsoleGraphs.HERE, "all", "true"),
                "few", address(ConsoleGraphs.HERE, "all", ""),
                "svg", address(ConsoleGraphs.HERE + "/export", "zoom", ""),
                "json", address(ConsoleGraphs.HERE + "/export/json", "zoom", ""));
    }

    /** Where the same is asked for with one thing otherwise. */
    private String address(String path, String name, String value) {
        Map<String, String> query = new LinkedHashMap<>(subject());
        query.put("from", from == null ? "" : from);
        query.put("to", to == null ? "" : to);
        query.put("way", way.name());
        query.put("all", all ? "true" : "");
        query.put("zoom", zoom == null ? "" : zoom.toString());
        query.put(name, value);
        return address(path, query);
    }

    /** Where the neighbourhood of an item is drawn. */
    String around(String code) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("item", code);
        query.put("region", region);
        return address(ConsoleGraphs.HERE, query);
    }

    private static String address(String path, Map<String, String> query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        query.forEach(
                (name, value) -> {
                    if (!value.isEmpty()) {
                        address.queryParam(name, value);
                    }
                });
        return address.encode().toUriString();
    }
}
