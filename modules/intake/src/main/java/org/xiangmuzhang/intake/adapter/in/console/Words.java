package org.xiangmuzhang.intake.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Codes in the visitor's language; the catalog's names where it has them. */
@Component("intakeWords")
public class Words {

    private static final String ITEM = "ITEM:";

    private final MessageSource messages;
    private final Catalog catalog;

    Words(MessageSource messages, Catalog catalog) {
        this.messages = messages;
        this.catalog = catalog;
    }

    /** Choices of a form: the words of every code, in their order. */
    Map<String, String> of(String kind, Collection<String> codes) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String code : codes) {
            words.put(code, say("intake." + kind + "." + code));
        }
        return words;
    }

    /** A place by its code. */
    public Region place(String code) {
        return new Region(code);
    }

    public String item(Region place, String code) {
        return catalog.item(place, code).map(this::item).orElse(code);
    }

    /** An item in the version by which somebody has accepted it. */
    public String item(Region place, String code, String version) {
        return catalog.itemInVersion(place, code, version).map(this::item).orElse(code);
    }

    public String item(Item item) {
        return either(item.nameZh(), item.nameEn());
    }

    /** The one in the visitor's language. */
    public <T> T either(T zh, T en) {
        return isEnglish() ? en : zh;
    }

    /** Items in one line, with the language's own comma between. */
    public String items(Region place, Collection<String> codes) {
        return join(codes.stream().map(code -> item(place, code)).toList());
    }

    public String material(Material material) {
        return either(material.nameZh(), material.nameEn());
    }

    public String department(Region place, String code) {
        return catalog.departmentName(place, code, LocaleContextHolder.getLocale());
    }

    public String region(Region region) {
        return catalog.regionName(region);
    }

    /** A condition that an item waits for: another item's result, or the land right. */
    public String condition(Region place, String condition) {
        return condition.startsWith(ITEM)
                ? item(place, condition.substring(ITEM.length()))
                : say("intake.condition." + condition);
    }

    public String conditions(Region place, Collection<String> conditions) {
        return join(conditions.stream().map(one -> condition(place, one)).toList());
    }

    /** A limit in words, such as 20 个工作日. */
    public String limit(@Nullable TimeLimit limit) {
        if (limit == null) {
            return say("intake.limit.none");
        }
        return limit.days() == 0
                ? say("intake.limit.at-once")
                : say("intake.limit." + limit.unit(), limit.days());
    }

    /** How the badge of a state of an application or an item is coloured. */
    public String tone(String state) {
        return switch (state) {
            case "RECEIVED", "CORRECTION_SUPPLIED" -> "accent";
            case "CORRECTION_NOTICED", "PAUSED" -> "paused";
            case "ACCEPTED", "IN_DEPARTMENT", "OPEN" -> "running";
            case "PRE_APPROVED" -> "simulated";
            case "DELIVERED", "APPROVED", "FULFILLED" -> "good";
            case "NOT_OURS", "REFUSED", "REJECTED", "TURNED_AWAY", "REVOKED", "IN_QUESTION" ->
                    "bad";
            default -> "muted";
        };
    }

    /** Extensions of the files that may be uploaded, for a file field. */
    public String accepted() {
        return ".pdf,.png,.jpg,.jpeg,.ofd,.docx,.xlsx,.txt,.csv,.dwg";
    }

    /** Several names in one line. */
    public String join(List<String> names) {
        return String.join(isEnglish() ? ", " : "、", names);
    }

    /** A sentence of the bundles. */
    public String say(String key, Object... arguments) {
        return Objects.requireNonNull(
                messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale()));
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
