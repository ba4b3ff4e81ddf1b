package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.kernel.Region;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
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

    private final MessageSource messages;
    private final Catalog catalog;

    Sentences(MessageSource messages, Catalog catalog) {
        this.messages = messages;
        this.catalog = catalog;
    }

    /** The sentence for an event; names are those of the people it speaks of. */
    String of(
            String event,
            Region region,
            Map<String, Object> data,
            Map<UUID, String> names,
            Locale language) {
        String pattern = messages.getMessage("event." + event, null, event, language);
        if (pattern == null) {
            return event;
        }
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        return matcher.replaceAll(
                found ->
                        Matcher.quoteReplacement(
                                word(found.group(1), event, region, data, names, language)));
    }

    private String word(
            String placeholder,
            String event,
            Region region,
            Map<String, Object> data,
            Map<UUID, String> names,
            Locale language) {
        if (placeholder.equals("itemName")) {
            return itemNames(region, data);
        }
        if (placeholder.equals("event")) {
            String cause = String.valueOf(data.get("cause"));
            return messages.getMessage("event-name." + cause, null, cause, language) + "";
        }
        Object value = data.get(placeholder);
        if (value == null) {
            return "–";
        }
        if (placeholder.equals("department")) {
            return catalog.departmentName(value.toString());
        }
        String name = name(value, names);
        if (name != null) {
            return name;
        }
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> coded(placeholder, one.toString(), language))
                    .collect(Collectors.joining("、"));
        }
        return coded(placeholder, value.toString(), language);
    }

    /** A code in words where a bundle knows it: {@code outcome.APPROVED}. */
    private String coded(String field, String code, Locale language) {
        String known = messages.getMessage(field + "." + code, null, code, language);
        return known == null ? code : known;
    }

    private static @Nullable String name(Object value, Map<UUID, String> names) {
        try {
            return names.get(UUID.fromString(value.toString()));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private String itemNames(Region region, Map<String, Object> data) {
        if (data.get("itemCode") instanceof String code) {
            return itemName(region, code);
        }
        if (data.get("items") instanceof Collection<?> items) {
            return items.stream()
                    .map(item -> item instanceof Map<?, ?> fields ? fields.get("itemCode") : item)
                    .map(code -> itemName(region, String.valueOf(code)))
                    .collect(Collectors.joining("、"));
        }
        return "–";
    }

    private String itemName(Region region, String code) {
        return catalog.item(region, code).map(Item::nameZh).orElse(code);
    }
}
