package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.console.Wording;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Locale;

/** The codes of teams, services and the diary in words, and what is open: a kind and an item. */
@Component("steward.codesOfProjects")
class CodesOfProjects implements Wording {

    private static final List<String> KEYS =
            List.of(
                    "word.obligation.",
                    "word.part.",
                    "word.phases.",
                    "word.kind.",
                    "word.way.",
                    "word.place.",
                    "word.ended.",
                    "steward.stage.");

    private final MessageSource messages;
    private final Catalog catalog;

    CodesOfProjects(MessageSource messages, Catalog catalog) {
        this.messages = messages;
        this.catalog = catalog;
    }

    @Override
    public @Nullable String words(String code, Locale language) {
        int space = code.indexOf(' ');
        if (space < 0) {
            return KEYS.stream()
                    .map(key -> messages.getMessage(key + code, null, "", language))
                    .filter(words -> words != null && !words.isEmpty())
                    .findFirst()
                    .orElse(null);
        }
        String kind = words(code.substring(0, space), language);
        return kind == null ? null : kind + " " + item(code.substring(space + 1), language);
    }

    private String item(String code, Locale language) {
        boolean english = language.getLanguage().equals("en");
        return catalog.item(Region.TEMPLATE, code)
                .map(item -> english ? item.nameEn() : item.nameZh())
                .orElse(code);
    }
}
