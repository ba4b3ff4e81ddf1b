package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.graph.Chain;
import org.xiangmuzhang.catalog.domain.graph.Drawing;
import org.xiangmuzhang.catalog.domain.graph.Drawing.Box;
import org.xiangmuzhang.catalog.domain.graph.Drawing.Curve;
import org.xiangmuzhang.catalog.domain.graph.ItemGraph;
import org.xiangmuzhang.catalog.domain.graph.Link;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A graph of items as SVG. Colours stand in attributes, so that the file looks the same by itself;
 * the classes are the console's. Kinds of links differ by their strokes, and a full arrow says that
 * nothing relaxes the link.
 */
final class GraphPicture {

    private static final Map<Dependency.Kind, String> STROKES =
            Map.of(
                    Dependency.Kind.LEGAL, "stroke=\"#4a5d61\" stroke-width=\"1.8\"",
                    Dependency.Kind.MATERIAL,
                            "stroke=\"#17606b\" stroke-width=\"1.8\" stroke-dasharray=\"7 4\"",
                    Dependency.Kind.PRACTICAL,
                            "stroke=\"#9c5f12\" stroke-width=\"1.8\" stroke-dasharray=\"1.5 4\"");
    private static final String ON = "stroke=\"#9c5f12\" stroke-width=\"3.5\"";
    private static final List<String> STAGES = List.of("①", "②", "③", "④", "∥");
    private static final List<String> BANDS =
            List.of("#0f3d45", "#17606b", "#5f9ba1", "#e0a44a", "#b9c6c5");
    private static final String CLOSING = "）)”」》，、。";
    private static final double NAME = 12.5;
    private static final double SMALL = 11;
    private static final double NARROW = 0.56;
    private static final int LEFT = 14;
    private static final int RIGHT = 8;

    private final ItemGraph graph;
    private final Drawing drawing;
    private final GraphWords said;
    private final @Nullable Chain chain;
    private final @Nullable String middle;
    private final StringBuilder svg = new StringBuilder();

    /**
     * @param chain what is pointed out, or null
     * @param middle the item around which the others stand, or null
     */
    GraphPicture(
            ItemGraph graph,
            Drawing drawing,
            GraphWords said,
            @Nullable Chain chain,
            @Nullable String middle) {
        this.graph = graph;
        this.drawing = drawing;
        this.said = said;
        this.chain = chain;
        this.middle = middle;
    }

    /** To stand by itself. */
    String file(String title) {
        svg.setLength(0);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        size(drawing.width(), drawing.height());
        svg.append(" font-family=\"'Noto Sans SC','Microsoft YaHei',sans-serif\">");
        svg.append("<title>").append(escaped(title)).append("</title>");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        content(null);
        return svg.append("</svg>\n").toString();
    }

    /**
     * To stand in a page.
     *
     * @param percent of the natural size
     * @param address of an item's own picture
     */
    String inPage(String title, int percent, boolean fit, UnaryOperator<String> address) {
        svg.setLength(0);
        svg.append("<svg class=\"graph__picture");
        svg.append(fit ? " graph__picture--fit" : "").append("\" role=\"group\" aria-label=\"");
        svg.append(escaped(title)).append("\" data-width=\"").append(drawing.width()).append('"');
        size(drawing.width() * percent / 100, drawing.height() * percent / 100);
        svg.append('>');
        content(address);
        return svg.append("</svg>").toString();
    }

    private void size(int width, int height) {
        svg.append(" width=\"").append(width).append("\" height=\"").append(height);
        svg.append("\" viewBox=\"0 0 ").append(drawing.width()).append(' ');
        svg.append(drawing.height()).append('"');
    }

    private void content(@Nullable UnaryOperator<String> address) {
        svg.append("<defs>");
        arrow("firm", "#4a5d61", "#4a5d61");
        arrow("soft", "#ffffff", "#4a5d61");
        arrow("firm-on", "#9c5f12", "#9c5f12");
        arrow("soft-on", "#ffffff", "#9c5f12");
        svg.append("</defs>");
        drawing.curves().stream().filter(curve -> !isOn(curve)).forEach(this::curve);
        drawing.curves().stream().filter(this::isOn).forEach(this::curve);
        pointedOutAlone();
        drawing.boxes().forEach(box -> box(box, address));
    }

    private void arrow(String id, String fill, String stroke) {
        svg.append("<marker id=\"graph-").append(id);
        svg.append("\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"9\"");
        svg.append(" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">");
        svg.append("<path d=\"M1 1L9 5L1 9z\" fill=\"").append(fill);
        svg.append("\" stroke=\"").append(stroke).append("\" stroke-width=\"1.2\"/></marker>");
    }

    private boolean isOn(Curve curve) {
        return chain != null && chain.leadsOver(curve.from(), curve.to());
    }

    /** Links of the chain that are not drawn, because others imply them. */
    private void pointedOutAlone() {
        Chain on = chain;
        if (on == null) {
            return;
        }
        Map<String, Box> boxes =
                drawing.boxes().stream().collect(Collectors.toMap(Box::code, box -> box));
        for (int at = 1; at < on.items().size(); at++) {
            String from = on.items().get(at - 1);
            String to = on.items().get(at);
            boolean drawn =
                    drawing.curves().stream()
                            .anyMatch(one -> one.from().equals(from) && one.to().equals(to));
            Box upper = boxes.get(from);
            Box lower = boxes.get(to);
            if (!drawn && upper != null && lower != null) {
                int x = upper.x() + Drawing.WIDE / 2;
                int y = upper.y() + Drawing.HIGH;
                int right = lower.x() + Drawing.WIDE / 2;
                int half = (y + lower.y()) / 2;
                svg.append("<path fill=\"none\" ").append(ON);
                svg.append(" marker-end=\"url(#graph-firm-on)\" d=\"");
                svg.append(
                        "M%d %dC%d %d %d %d %d %d"
                                .formatted(x, y, x, half, right, half, right, lower.y() - 1));
                svg.append("\"/>");
            }
        }
    }

    private void curve(Curve curve) {
        boolean on = isOn(curve);
        Link strongest = curve.strongest();
        svg.append("<path class=\"graph__link\" fill=\"none\" ");
        svg.append(on ? ON : STROKES.get(strongest.kind()));
        if (!on && strongest.origin() == Link.Origin.PACKAGE) {
            svg.append(" stroke-linecap=\"square\"");
        }
        if (chain != null && !on) {
            svg.append(" opacity=\"0.35\"");
        }
        svg.append(" marker-end=\"url(#graph-").append(curve.isFirm() ? "firm" : "soft");
        svg.append(on ? "-on" : "").append(")\" d=\"").append(curve.path()).append("\"><title>");
        svg.append(escaped(said.curve(graph, curve))).append("</title></path>");
    }

    private void box(Box box, @Nullable UnaryOperator<String> address) {
        Item item = Objects.requireNonNull(graph.items().get(box.code()));
        int turn = chain == null ? -1 : chain.items().indexOf(item.code());
        svg.append(
                address == null
                        ? "<g"
                        : "<a class=\"graph__item\" href=\""
                                + escaped(address.apply(item.code()))
                                + '"');
        svg.append(" transform=\"translate(").append(box.x()).append(' ').append(box.y());
        svg.append(")\">");
        svg.append("<title>").append(escaped(said.item(item))).append("</title>");
        frame(item, turn >= 0);
        List<String> lines = wrapped(said.name(item));
        for (int line = 0; line < lines.size(); line++) {
            text(LEFT, 20 + line * 16, NAME, "#17262a", "font-weight=\"600\"", lines.get(line));
        }
        String days = said.days(item);
        text(Drawing.WIDE - RIGHT, Drawing.HIGH - 9, SMALL, "#17262a", "text-anchor=\"end\"", days);
        double room = Drawing.WIDE - LEFT - RIGHT - 6 - wide(days) * SMALL;
        text(
                LEFT,
                Drawing.HIGH - 9,
                SMALL,
                "#4a5d61",
                "",
                cut(
                        STAGES.get(item.stage().ordinal()) + ' ' + said.department(item),
                        room / SMALL));
        if (turn >= 0) {
            svg.append("<circle cx=\"").append(Drawing.WIDE).append("\" cy=\"0\" r=\"9\"");
            svg.append(" fill=\"#9c5f12\"/>");
            text(
                    Drawing.WIDE,
                    4,
                    SMALL,
                    "#ffffff",
                    "text-anchor=\"middle\"",
                    Integer.toString(turn + 1));
        }
        svg.append(address == null ? "</g>" : "</a>");
    }

    private void frame(Item item, boolean on) {
        boolean inside = item.code().equals(middle);
        svg.append("<rect class=\"graph__box\" width=\"").append(Drawing.WIDE);
        svg.append("\" height=\"").append(Drawing.HIGH).append("\" rx=\"5\" fill=\"");
        svg.append(on ? "#fbf2e2" : inside ? "#e5f0f0" : "#ffffff").append("\" stroke=\"");
        svg.append(on ? "#9c5f12" : inside ? "#17606b" : "#b9c6c5").append("\" stroke-width=\"");
        svg.append(on || inside ? "2.5" : "1.2").append('"');
        svg.append(item.milestone() ? " stroke-dasharray=\"5 3\"" : "").append("/>");
        svg.append("<path d=\"M5 1Q1 1 1 5V").append(Drawing.HIGH - 5).append("Q1 ");
        svg.append(Drawing.HIGH - 1).append(" 5 ").append(Drawing.HIGH - 1).append("V1z\" fill=\"");
        svg.append(BANDS.get(item.stage().ordinal())).append("\"/>");
    }

    private void text(int x, int y, double size, String fill, String more, String text) {
        svg.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" font-size=\"");
        svg.append(size).append("\" fill=\"").append(fill).append("\" ").append(more).append('>');
        svg.append(escaped(text)).append("</text>");
    }

    /** The name in two lines at most. */
    private static List<String> wrapped(String name) {
        double room = (Drawing.WIDE - LEFT - RIGHT) / NAME;
        if (wide(name) <= room) {
            return List.of(name);
        }
        int end = fitting(name, room);
        int space = name.lastIndexOf(' ', end);
        int first = space > end / 3 ? space : CLOSING.indexOf(name.charAt(end)) < 0 ? end : end - 1;
        return List.of(name.substring(0, first).strip(), cut(name.substring(first).strip(), room));
    }

    private static String cut(String text, double room) {
        return wide(text) <= room ? text : text.substring(0, fitting(text, room - 1)) + '…';
    }

    /** So many letters of a text fit into the room. */
    private static int fitting(String text, double room) {
        double used = 0;
        int at = 0;
        while (at < text.length()) {
            used += wide(text.charAt(at));
            if (used > room) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static double wide(String text) {
        return text.chars().mapToDouble(letter -> wide((char) letter)).sum();
    }

    private static double wide(char letter) {
        return letter < 0x2000 ? NARROW : 1;
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
