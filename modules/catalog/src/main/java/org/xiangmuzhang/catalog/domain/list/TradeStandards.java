package org.xiangmuzhang.catalog.domain.list;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.Row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Joins what several departments require of one trade into one standard 行业联合审批标准: of several
 * requirements of one subject the strictest holds. Requirements that cannot hold together are no
 * part of the standard.
 */
final class TradeStandards {

    private static final String LEAST = "MIN";
    private static final String MOST = "MAX";
    private static final String FORBIDDEN = "FORBIDDEN";

    private final Map<String, Item> items;
    private final List<ListLine> lines = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    /**
     * @param items of the place, by code
     */
    TradeStandards(Map<String, Item> items) {
        this.items = items;
    }

    /**
     * @param requirements whose items the place has
     * @param trade code of the only trade, or null: all
     */
    void join(List<Row> requirements, @Nullable String trade) {
        requirements.stream()
                .filter(row -> trade == null || row.get("trade_code").equals(trade))
                .collect(
                        groupingBy(
                                row -> row.get("trade_code") + "/" + row.get("subject_code"),
                                TreeMap::new,
                                toList()))
                .forEach(this::subject);
    }

    List<ListLine> lines() {
        return lines;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    private void subject(String key, List<Row> rows) {
        Map<String, List<Row>> byRule = rows.stream().collect(groupingBy(row -> row.get("rule")));
        if (rows.stream()
                        .filter(row -> row.has("value"))
                        .map(row -> row.get("unit_zh"))
                        .distinct()
                        .count()
                > 1) {
            leaveOut(rows, LeftOut.Reason.UNITS_DIFFER);
        } else if (contradict(byRule)) {
            leaveOut(rows, LeftOut.Reason.CONTRADICTORY);
        } else {
            byRule.forEach((rule, same) -> lines.add(line(key + "/" + rule, rule, same)));
        }
    }

    private static boolean contradict(Map<String, List<Row>> byRule) {
        List<Row> least = byRule.getOrDefault(LEAST, List.of());
        List<Row> most = byRule.getOrDefault(MOST, List.of());
        boolean crossed =
                !least.isEmpty()
                        && !most.isEmpty()
                        && number(strictest(LEAST, least)).compareTo(number(strictest(MOST, most)))
                                > 0;
        return crossed || byRule.containsKey(FORBIDDEN) && byRule.size() > 1;
    }

    private static Row strictest(String rule, List<Row> rows) {
        Comparator<Row> byNumber = Comparator.comparing(TradeStandards::number);
        return switch (rule) {
            case LEAST -> rows.stream().max(byNumber).orElseThrow();
            case MOST -> rows.stream().min(byNumber).orElseThrow();
            default -> rows.getFirst();
        };
    }

    private static BigDecimal number(Row row) {
        return new BigDecimal(row.get("value"));
    }

    private ListLine line(String key, String rule, List<Row> rows) {
        Row holds = strictest(rule, rows);
        Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
        Listing.put(cells, ListColumn.TRADE, holds.get("trade_code"));
        Listing.put(cells, ListColumn.RULE, rule);
        Listing.put(
                cells, ListColumn.VALUE, (holds.get("value") + " " + holds.get("unit_zh")).strip());
        Listing.put(cells, ListColumn.CONTENT, holds.get("content_zh"));
        Listing.put(
                cells,
                ListColumn.OTHERS,
                rows.stream()
                        .map(row -> Objects.requireNonNull(items.get(row.get("item_code"))))
                        .map(Item::department)
                        .distinct()
                        .sorted()
                        .collect(joining(";")));
        Listing.put(cells, ListColumn.BASIS, holds.get("basis"));
        Listing.put(cells, ListColumn.SOURCE, holds.get("source_id"));
        return new ListLine(
                key,
                holds.get("name_zh"),
                holds.get("name_en"),
                rows.stream().map(row -> row.get("item_code")).distinct().sorted().toList(),
                "",
                cells);
    }

    private void leaveOut(List<Row> rows, LeftOut.Reason reason) {
        Row first = rows.getFirst();
        leftOut.add(
                new LeftOut(
                        rows.stream()
                                .map(row -> row.get("requirement_code"))
                                .collect(joining(", ")),
                        first.get("name_zh"),
                        first.get("name_en"),
                        reason));
    }
}
