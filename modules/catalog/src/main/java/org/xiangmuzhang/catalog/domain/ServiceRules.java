package org.xiangmuzhang.catalog.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules over the rows of packages, services and delegations. */
final class ServiceRules {

    private final List<Fault> faults = new ArrayList<>();

    private ServiceRules() {}

    static List<Fault> faults(Library library) {
        ServiceRules rules = new ServiceRules();
        library.rows(Table.PACKAGES).forEach(rules::bundle);
        for (Table table :
                List.of(
                        Table.ITEM_SERVICES,
                        Table.ITEM_DELEGATIONS,
                        Table.SEALS,
                        Table.ITEM_TRANSFERS)) {
            library.rows(table).forEach(row -> rules.days(table, row));
        }
        rules.transfers(library);
        library.rows(Table.INTERMEDIARY_SERVICES)
                .forEach(row -> rules.limit(Table.INTERMEDIARY_SERVICES, row, "limit"));
        library.rows(Table.TRADE_REQUIREMENTS).forEach(rules::requirement);
        return rules.faults;
    }

    private void bundle(Row row) {
        limit(Table.PACKAGES, row, "promised");
        List<String> items = row.list("item_codes");
        for (String choice : row.list("choices")) {
            Arrays.stream(choice.split("/"))
                    .filter(code -> !items.contains(code))
                    .forEach(
                            code ->
                                    faults.add(
                                            Fault.of(
                                                    Table.PACKAGES,
                                                    row,
                                                    "choices",
                                                    "item-not-in-package",
                                                    code)));
        }
        if (items.stream().distinct().count() < items.size()) {
            faults.add(Fault.of(Table.PACKAGES, row, "item_codes", "item-twice"));
        }
    }

    /** What moves, moves to another organ, whose seal its decisions carry. */
    private void transfers(Library library) {
        Map<String, String> seals = new HashMap<>();
        library.rows(Table.SEALS)
                .forEach(row -> seals.put(row.get("seal_code"), row.get("dept_code")));
        for (Row row : library.rows(Table.ITEM_TRANSFERS)) {
            String organ = row.get("dept_code");
            if (organ.equals(row.get("former_dept_code"))) {
                faults.add(
                        Fault.of(
                                Table.ITEM_TRANSFERS,
                                row,
                                "dept_code",
                                "transfer-to-the-same-organ",
                                organ));
            }
            String owner = seals.get(row.get("seal_code"));
            if (owner != null && !owner.equals(organ)) {
                faults.add(
                        Fault.of(
                                Table.ITEM_TRANSFERS,
                                row,
                                "seal_code",
                                "seal-of-another-organ",
                                row.get("seal_code"),
                                owner,
                                organ));
            }
        }
    }

    private void limit(Table table, Row row, String kind) {
        if (row.has(kind + "_days") != row.has(kind + "_unit")) {
            faults.add(Fault.of(table, row, kind + "_unit", "days-and-unit"));
        }
    }

    /** A bound has a number and its unit, and nothing else has. */
    private void requirement(Row row) {
        boolean bound = row.get("rule").equals("MIN") || row.get("rule").equals("MAX");
        if (row.has("value") != bound) {
            faults.add(Fault.of(Table.TRADE_REQUIREMENTS, row, "value", "bound-and-value"));
        } else if (row.has("unit_zh") && !bound) {
            faults.add(Fault.of(Table.TRADE_REQUIREMENTS, row, "unit_zh", "bound-and-value"));
        }
    }

    private void days(Table table, Row row) {
        if (row.has("valid_from")
                && row.has("valid_until")
                && row.get("valid_until").compareTo(row.get("valid_from")) < 0) {
            faults.add(Fault.of(table, row, "valid_until", "days-out-of-order"));
        }
    }
}
