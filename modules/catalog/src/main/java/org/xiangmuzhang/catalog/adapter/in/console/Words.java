package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.domain.Bundle;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Place;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.port.in.Precondition;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in the visitor's language. */
public final class Words {

    /** Columns whose words stand elsewhere, too. */
    private static final Map<String, String> KEYS =
            Map.of(
                    "relaxable_by", "catalog.relaxation",
                    "stage_code", "catalog.stage",
                    "procedures", "catalog.procedure");

    private final Template template;
    private final MessageSource messages;
    private final Locale locale;
    private final boolean english;

    Words(Template template, MessageSource messages, Locale locale) {
        this.template = template;
        this.messages = messages;
        this.locale = locale;
        this.english = locale.getLanguage().equals("en");
    }

    /**
     * A part of a cell.
     *
     * @param code what stands in the table, where the words are others
     */
    public record Part(String text, @Nullable String code) {

        static Part of(String text, String code) {
            return new Part(text, text.equals(code) ? null : code);
        }
    }

    /** The name in the language, whatever has it in both. */
    public String either(String zh, String en) {
        return english ? en : zh;
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

    public String name(ProjectType type) {
        return english ? type.nameEn() : type.nameZh();
    }

    /** Name of a trade, which the table of industries has in Chinese. */
    public String trade(String code) {
        return template.industry(code);
    }

    public String name(Bundle bundle) {
        return english ? bundle.nameEn() : bundle.nameZh();
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

    /** A cell in words: of a list each part, none of an empty one. */
    public List<Part> parts(String column, @Nullable String value) {
        return value == null || value.isEmpty()
                ? List.of()
                : Arrays.stream(value.split(";"))
                        .map(String::strip)
                        .map(code -> Part.of(said(column, code), code))
                        .toList();
    }

    /** What a column is called; by its name where there are no words for it. */
    public String column(String name) {
        String said = messages.getMessage("catalog.column." + name, null, null, locale);
        return said == null ? name : said;
    }

    /** The same in one line, without the codes. */
    public String cell(String column, @Nullable String value) {
        List<Part> parts = parts(column, value);
        return parts.isEmpty()
                ? "–"
                : parts.stream().map(Part::text).collect(Collectors.joining(english ? ", " : "、"));
    }

    /** What a code means in a column: a thing of the catalog, or one of a few words. */
    String said(String column, String code) {
        return switch (column) {
            case "from_item",
                    "to_item",
                    "item_code",
                    "merged_item",
                    "item_codes",
                    "substitutes_item_codes" ->
                    item(code);
            case "department", "lead_dept", "dept_code", "former_dept_code" -> department(code);
            case "region_code" -> region(new Region(code));
            default -> {
                String key = KEYS.getOrDefault(column, "catalog.value." + column) + "." + code;
                String said = messages.getMessage(key, null, null, locale);
                yield said == null ? code : said;
            }
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
