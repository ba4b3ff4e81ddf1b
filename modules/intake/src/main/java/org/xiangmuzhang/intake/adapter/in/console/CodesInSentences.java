package org.xiangmuzhang.intake.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.console.Wording;
import org.xiangmuzhang.kernel.Region;

import java.util.Locale;

/** Items, materials and conditions in the sentences of rules, by the names of the template. */
@Component
class CodesInSentences implements Wording {

    private static final String ITEM = "ITEM:";

    private final Catalog catalog;
    private final MessageSource messages;

    CodesInSentences(Catalog catalog, MessageSource messages) {
        this.catalog = catalog;
        this.messages = messages;
    }

    @Override
    public @Nullable String words(String code, Locale language) {
        boolean english = language.getLanguage().equals("en");
        String plain = code.startsWith(ITEM) ? code.substring(ITEM.length()) : code;
        Item item = catalog.item(Region.TEMPLATE, plain).orElse(null);
        if (item != null) {
            return english ? item.nameEn() : item.nameZh();
        }
        return catalog.items(Region.TEMPLATE).stream()
                .flatMap(one -> one.materials().stream())
                .filter(material -> material.id().equals(code))
                .findFirst()
                .map(material -> english ? material.nameEn() : material.nameZh())
                .orElseGet(() -> condition(code, language));
    }

    private @Nullable String condition(String code, Locale language) {
        return code.matches("[A-Z_]{3,40}")
                ? messages.getMessage("intake.condition." + code, null, null, language)
                : null;
    }
}
