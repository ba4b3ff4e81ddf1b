package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Region;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells an event in words: the sentence {@code event.<name>} of the bundle of whoever owns it, its
 * placeholders filled from the event. An unknown event is told by its name.
 */
@Component
class Sentences {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Catalog catalog;

    Sentences(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The sentence for an event; names are those of the people it speaks of. */
    String of(
            String event,
            Region region,
            Map<String, Object> data,
            Map<UUID, String> names,
            Locale language) {
        String pattern = text(event, "event." + event, language);
        if (pattern == null) {
            return event;
        }
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        return matcher.replaceAll(
                found ->
                        Matcher.quoteReplacement(
                                word(found.group(1), event, region, data, names, language)));
    }

    /** A role in words. */
    String role(String role, Locale language) {
        return coded("role", role, Region.TEMPLATE, language);
    }

    private String word(
            String placeholder,
            String event,
            Region region,
            Map<String, Object> data,
            Map<UUID, String> names,
            Locale language) {
        if (placeholder.equals("itemName")) {
            return itemNames(region, data, language);
        }
        if (placeholder.equals("event")) {
            return cause(String.valueOf(data.get("cause")), event, language);
        }
        Object value = data.get(placeholder);
        if (value == null) {
            String none = text("steward.", "word." + placeholder + ".none", language);
            return none == null ? "–" : none;
        }
        if (placeholder.equals("level")) {
            return catalog.regionName(new Region(value.toString()));
        }
        if (placeholder.equals("departments") && value instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> catalog.departmentName(region, one.toString(), language))
                    .collect(Collectors.joining("、"));
        }
        if (placeholder.equals("department")) {
            return catalog.departmentName(region, value.toString(), language);
        }
        String name = name(value, names);
        if (name != null) {
            return name;
        }
        if (value instanceof Collection<?> several) {
            return several.isEmpty()
                    ? "–"
                    : several.stream()
                            .map(one -> coded(placeholder, one.toString(), region, language))
                            .collect(Collectors.joining("、"));
        }
        return coded(placeholder, value.toString(), region, language);
    }

    /** A cause begins with the name of an event; what may follow is told as it is. */
    private static String cause(String cause, String event, Locale language) {
        String name = cause.split(" ", 2)[0];
        String known = text(event, "event-name." + name, language);
        return known == null ? cause : cause.replace(name, known);
    }

    /** A code in words: {@code word.outcome.APPROVED}; an item code by the item's name. */
    private String coded(String field, String code, Region region, Locale language) {
        String known = text("steward.", "word." + field + "." + code, language);
        return known == null ? itemName(region, code, language) : known;
    }

    /** From the bundle of the context that owns the event; these sentences are no formats. */
    private static @Nullable String text(String event, String key, Locale language) {
        try {
            ResourceBundle bundle =
                    ResourceBundle.getBundle(
                            "messages/" + event.substring(0, event.indexOf('.')),
                            language,
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES));
            return bundle.containsKey(key) ? bundle.getString(key) : null;
        } catch (MissingResourceException nobodyTells) {
            return null;
        }
    }

    private static @Nullable String name(Object value, Map<UUID, String> names) {
        try {
            return names.get(UUID.fromString(value.toString()));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private String itemNames(Region region, Map<String, Object> data, Locale language) {
        if (data.get("itemCode") instanceof String code) {
            return itemName(region, code, language);
        }
        if (data.get("items") instanceof Collection<?> items) {
            return items.stream()
                    .map(item -> item instanceof Map<?, ?> fields ? fields.get("itemCode") : item)
                    .map(code -> itemName(region, String.valueOf(code), language))
                    .collect(Collectors.joining("、"));
        }
        return "–";
    }

    private String itemName(Region region, String code, Locale language) {
        boolean english = language.getLanguage().equals("en");
        return catalog.item(region, code)
                .map(item -> english ? item.nameEn() : item.nameZh())
                .orElse(code);
    }
}
