package org.xiangmuzhang.steward.domain.session;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.util.regex.Pattern;

/**
 * What of a building project is accepted.
 *
 * @param building its number, such as {@code 3#}, or null for all
 * @param use what a single building is for, or null
 */
public record Part(Kind kind, @Nullable String building, @Nullable Use use) {

    /** 单幢先验, 基础, 主体, or everything. */
    public enum Kind {
        WHOLE,
        FOUNDATION,
        STRUCTURE,
        BUILDING
    }

    /** What a building is for. */
    public enum Use {
        PRODUCTION,
        STORAGE,
        OFFICE,
        HOUSING,
        OTHER
    }

    public static final Part WHOLE = new Part(Kind.WHOLE, null, null);

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9#-]{1,12}");

    public Part {
        boolean numbered = building != null && NUMBER.matcher(building).matches();
        boolean right =
                switch (kind) {
                    case WHOLE -> building == null && use == null;
                    case BUILDING -> numbered && use != null;
                    default -> (building == null || numbered) && use == null;
                };
        if (!right) {
            throw Refusal.invalid("session-part", "/part");
        }
    }

    public boolean isWhole() {
        return kind == Kind.WHOLE;
    }
}
