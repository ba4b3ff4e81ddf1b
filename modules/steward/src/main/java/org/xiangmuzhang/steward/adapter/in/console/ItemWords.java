package org.xiangmuzhang.steward.adapter.in.console;

import org.springframework.context.MessageSource;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.port.in.PlanComparing;
import org.xiangmuzhang.steward.port.in.PlanSheet;

import java.util.List;
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

    public String item(String code) {
        Item item = items.get(code);
        if (item == null) {
            return code;
        }
        return isEnglish() ? item.nameEn() : item.nameZh();
    }

    /** The item as the plan had it. */
    public String item(PlanSheet.Step step) {
        return isEnglish() ? step.itemNameEn() : step.itemName();
    }

    String department(PlanSheet.Step step) {
        return isEnglish() ? step.departmentEn() : step.department();
    }

    public String cause(PlanSheet.Cause cause) {
        return isEnglish() ? cause.itemNameEn() : cause.itemName();
    }

    public String moved(PlanComparing.Moved moved) {
        return isEnglish() ? moved.itemNameEn() : moved.itemName();
    }

    /** Why an item moved, with the item that moved it. */
    public String why(PlanComparing.Moved moved) {
        String by = isEnglish() ? moved.byNameEn() : moved.byName();
        return by == null
                ? say("steward.moved." + moved.why())
                : say("steward.moved." + moved.why() + ".by", by);
    }

    /** So many working days later, earlier, or neither. */
    public String later(int days) {
        return days == 0
                ? say("steward.drift.none")
                : days > 0 ? say("steward.drift.later", days) : say("steward.drift.earlier", -days);
    }

    /** Whose turn an open item is; a department by its name. */
    public String turn(PlanSheet.Step step) {
        PlanSheet.Turn turn = step.turn();
        if (turn == null) {
            return "";
        }
        String department = department(step);
        return turn.who() == PlanSheet.Who.DEPARTMENT && !department.isEmpty()
                ? department
                : say("steward.turn." + turn.who().name());
    }

    /** Items of the plan by their codes. */
    public String items(PlanSheet plan, List<String> codes) {
        return plan.steps().stream()
                .filter(step -> codes.contains(step.itemCode()))
                .map(this::item)
                .collect(Collectors.joining(isEnglish() ? ", " : "、"));
    }

    String type(ProjectType type) {
        return isEnglish() ? type.nameEn() : type.nameZh();
    }

    public String say(String key, Object... arguments) {
        String said = messages.getMessage(key, arguments, key, language);
        return said == null ? key : said;
    }

    /** What made a plan be drawn: the name of an event, and what may follow it as it is. */
    public String cause(String cause) {
        String event = cause.split(" ", 2)[0];
        return cause.replace(event, say("event-name." + event));
    }

    private boolean isEnglish() {
        return language.getLanguage().equals("en");
    }
}
