package org.xiangmuzhang.catalog.domain.guidance;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

/**
 * What an answer gives.
 *
 * @param code of the item that is needed or falls away; of a material the item that asks for it, or
 *     null for the case as a whole; null for a note
 * @param zh what the material is called, or what the note says; null for an item
 * @param en the same in English
 */
@ValueObject
public record Given(What what, @Nullable String code, @Nullable String zh, @Nullable String en) {

    /** What kind of thing it is. */
    public enum What {
        ITEM,
        /** An item that would be needed anyway falls away. */
        NO_ITEM,
        MATERIAL,
        NOTE
    }

    static final int LONGEST = 500;

    public Given {
        boolean item = what == What.ITEM || what == What.NO_ITEM;
        if (item && code == null) {
            throw Refusal.invalid("guide-gives-no-item", "/code");
        }
        if (code != null) {
            Sentences.code(code, "/code");
        }
        if (item ? zh != null || en != null : what == What.NOTE && code != null) {
            throw Refusal.invalid("guide-gives-too-much", item ? "/zh" : "/code");
        }
        if (!item) {
            Sentences.text(zh, LONGEST, "/zh");
            Sentences.text(en, LONGEST, "/en");
        }
    }

    /** The item is needed. */
    public static Given item(String code) {
        return new Given(What.ITEM, code, null, null);
    }

    /** The item falls away. */
    public static Given noItem(String code) {
        return new Given(What.NO_ITEM, code, null, null);
    }

    /** A sentence for the notice. */
    public static Given note(String zh, String en) {
        return new Given(What.NOTE, null, zh, en);
    }

    boolean is(What kind, String item) {
        return what == kind && item.equals(code);
    }
}
