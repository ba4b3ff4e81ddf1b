package org.xiangmuzhang.webhooks;

import org.xiangmuzhang.kernel.Refusal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an enterprise's system may be told of, each under a name that stays. */
enum Kind {
    APPLICATION_RECEIVED,
    APPLICATION_ACCEPTED,
    APPLICATION_CORRECTION_NOTICED,
    APPLICATION_CORRECTION_SUPPLIED,
    APPLICATION_TURNED_AWAY,
    APPLICATION_WITHDRAWN,
    APPLICATION_DELIVERED,
    ITEM_DECIDED,
    ITEM_PAUSED,
    ITEM_RESUMED,
    ITEM_REVOKED;

    /** The type of its CloudEvents, such as {@code application.correction-noticed}. */
    String type() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    static List<String> types() {
        return Arrays.stream(values()).map(Kind::type).toList();
    }

    /** Refuses with {@code event-kind-wrong}. */
    static Kind of(String type, String pointer) {
        return Arrays.stream(values())
                .filter(kind -> kind.type().equals(type))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("event-kind-wrong", pointer));
    }
}
