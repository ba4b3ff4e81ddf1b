package org.xiangmuzhang.steward.adapter.in.console;

import org.springframework.context.MessageSource;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.port.in.PlanSheet;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The catalog's and the bundles' words in the visitor's language. */
final class ItemWords {

    private final Map<String, Item> items;
    private final MessageSource messages;
    private final Locale language;

    ItemWords(Catalog catalog, Region region, MessageSource messages, Locale language) {
        this.items =
                catalog.items(region).stream()
                        .collect(Collectors.toMap(Item::code, item -> item, (one, same) -> one));
        this.messages = messages;
        this.language = language;
    }

    String item(String code) {
        Item item = items.get(code);
        if (item == null) {
            return code;
        }
        return isEnglish() ? item.nameEn() : item.nameZh();
    }

    /** The item as the plan had it. */
    String item(PlanSheet.Step step) {
        return isEnglish() ? step.itemNameEn() : step.itemName();
    }

    String department(PlanSheet.Step step) {
        return isEnglish() ? step.departmentEn() : step.department();
    }

    String type(ProjectType type) {
        return isEnglish() ? type.nameEn() : type.nameZh();
    }

    String say(String key, Object... arguments) {
        String said = messages.getMessage(key, arguments, key, language);
        return said == null ? key : said;
    }

    /** What made a plan be drawn: the name of an event, and what may follow it as it is. */
    String cause(String cause) {
        String event = cause.split(" ", 2)[0];
        return cause.replace(event, say("event-name." + event));
    }

    private boolean isEnglish() {
        return language.getLanguage().equals("en");
    }
}
