package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.domain.own.ItemChange;
import org.xiangmuzhang.catalog.port.in.WordingItems;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what an item's fields hold, and what changed, as a person would in a change log. */
@Component
class ItemSentences implements WordingItems {

    private static final Set<String> YES_NO =
            Set.of(
                    "commitment",
                    "deficiency_tolerant",
                    "simulatable",
                    "material_required",
                    "material_deferrable",
                    "material_reusable",
                    "material_committable");

    private final Snapshots snapshots;
    private final MessageSource messages;

    ItemSentences(Snapshots snapshots, MessageSource messages) {
        this.snapshots = snapshots;
        this.messages = messages;
    }

    @Override
    public String of(ItemChange change, Locale locale) {
        String material = change.material() == null ? "" : change.material();
        String sentence =
                switch (change.kind()) {
                    case NEW -> say("catalog.change.new", locale);
                    case WITHDRAWN -> say("catalog.change.withdrawn", locale);
                    case MATERIAL_ADDED -> say("catalog.change.added", locale, material);
                    case MATERIAL_REMOVED -> say("catalog.change.removed", locale, material);
                    case FIELD ->
                            say(
                                    "catalog.change.field",
                                    locale,
                                    label(change.column(), locale),
                                    fromTo(change, locale));
                    case MATERIAL_CHANGED ->
                            say(
                                    "catalog.change.material",
                                    locale,
                                    material,
                                    label(change.column(), locale),
                                    fromTo(change, locale));
                };
        return change.reason() == null
                ? sentence
                : sentence + say("catalog.change.reason", locale, change.reason());
    }

    /** Of two limits in one unit the unit is said once. */
    private String fromTo(ItemChange change, Locale locale) {
        String from = change.from();
        String to = change.to();
        if (isLimit(change.column()) && from != null && to != null && unit(from).equals(unit(to))) {
            return say(
                    "catalog.limit." + unit(to),
                    locale,
                    from.split(" ")[0] + " → " + to.split(" ")[0]);
        }
        return value(change.column(), from, locale) + " → " + value(change.column(), to, locale);
    }

    private static boolean isLimit(String column) {
        return column.equals("promised") || column.equals("statutory");
    }

    private static String unit(String limit) {
        return limit.endsWith("CD") ? "CALENDAR_DAYS" : "WORKING_DAYS";
    }

    @Override
    public String label(String column, Locale locale) {
        return Objects.requireNonNull(
                messages.getMessage("catalog.column." + column, null, column, locale));
    }

    @Override
    public String value(String column, @Nullable String text, Locale locale) {
        if (text == null || text.isEmpty()) {
            return say("catalog.change.nothing", locale);
        }
        if (isLimit(column)) {
            return say("catalog.limit." + unit(text), locale, text.split(" ")[0]);
        }
        if (YES_NO.contains(column)) {
            return say("settings." + text, locale);
        }
        return switch (column) {
            case "level", "stage", "kind" -> say("catalog." + column + "." + text, locale);
            case "exclusion" -> say("catalog.exclusion." + text, locale);
            case "procedures" -> list("catalog.procedure.", text, locale);
            case "material_form" -> say("catalog.form." + text, locale);
            case "material_source" -> say("catalog.source." + text, locale);
            case "department" -> department(text, locale);
            default -> text;
        };
    }

    private String list(String prefix, String codes, Locale locale) {
        return Arrays.stream(codes.split(";"))
                .map(code -> say(prefix + code, locale))
                .collect(Collectors.joining(locale.getLanguage().equals("en") ? ", " : "、"));
    }

    private String department(String code, Locale locale) {
        Template template = snapshots.current().template();
        Department department = template.department(code);
        return locale.getLanguage().equals("en") ? department.nameEn() : department.nameZh();
    }

    private String say(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, key, locale));
    }
}
