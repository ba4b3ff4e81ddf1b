package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Place;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.port.in.Precondition;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in the visitor's language. */
public final class Words {

    private final Template template;
    private final boolean english;

    Words(Template template, Locale locale) {
        this.template = template;
        this.english = locale.getLanguage().equals("en");
    }

    public String name(Item item) {
        return english ? item.nameEn() : item.nameZh();
    }

    public String name(Material material) {
        return english ? material.nameEn() : material.nameZh();
    }

    public String name(Precondition precondition) {
        return english ? precondition.nameEn() : precondition.nameZh();
    }

    public String name(Department department) {
        return english ? department.nameEn() : department.nameZh();
    }

    public String department(String code) {
        return name(template.department(code));
    }

    /** Name of the item of this code in the template. */
    public String item(String code) {
        Item item = template.items().get(code);
        return item == null ? code : name(item);
    }

    /** What a row is called: its name, or those of the items that it is about. */
    String row(String table, String key, Map<String, String> fields) {
        String name = fields.getOrDefault(english ? "name_en" : "name_zh", "");
        if (!name.isEmpty()) {
            return name;
        }
        String items =
                Stream.of("from_item", "item_code", "merged_item", "to_item")
                        .map(column -> fields.getOrDefault(column, ""))
                        .filter(code -> !code.isEmpty())
                        .map(this::item)
                        .collect(Collectors.joining(" → "));
        return items.isEmpty() ? row(table, key) : items;
    }

    /** What a row is called that is not at hand. */
    public String row(String table, String key) {
        return table.equals("items") ? item(key) : key;
    }

    /** A cell, codes of items, departments and regions in it put into words. */
    public String cell(String column, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "–";
        }
        return switch (column) {
            case "from_item",
                    "to_item",
                    "item_code",
                    "merged_item",
                    "item_codes",
                    "substitutes_item_codes" ->
                    Arrays.stream(value.split(";"))
                            .map(this::item)
                            .collect(Collectors.joining(english ? ", " : "、"));
            case "department", "lead_dept" -> department(value);
            case "region_code" -> region(new Region(value));
            default -> value.replace(";", english ? ", " : "、");
        };
    }

    public String region(Region region) {
        Place place = template.places().get(region);
        return place == null ? region.code() : place.path();
    }

    /** Key of the sentence for a limit, whose argument is the number of days. */
    public String limitKey(@Nullable TimeLimit limit) {
        if (limit == null) {
            return "catalog.limit.none";
        }
        if (limit.days() == 0) {
            return "catalog.limit.at-once";
        }
        return "catalog.limit." + limit.unit();
    }

    public int days(@Nullable TimeLimit limit) {
        return limit == null ? 0 : limit.days();
    }
}
