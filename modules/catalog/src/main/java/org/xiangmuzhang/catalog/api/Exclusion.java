package org.xiangmuzhang.catalog.api;

import org.jspecify.annotations.Nullable;

/**
 * Whether commitment (告知承诺) and later supply (容缺) are excluded for an item.
 *
 * @param clause that excludes them, or null; always there for a known category that excludes
 */
public record Exclusion(Category category, @Nullable String clause) {

    public static final Exclusion UNKNOWN = new Exclusion(Category.UNKNOWN, null);
    public static final Exclusion NONE = new Exclusion(Category.NONE, null);

    /** Of 国办发〔2020〕42号: what an item is directly about. */
    public enum Category {
        /** Nobody has said yet; counts as excluded. */
        UNKNOWN,
        /** Nothing of the kind: commitment and later supply are possible. */
        NONE,
        NATIONAL_SECURITY,
        STATE_SECRETS,
        PUBLIC_SAFETY,
        FINANCE,
        ENVIRONMENT,
        LIFE_AND_HEALTH
    }

    public boolean excludes() {
        return category != Category.NONE;
    }

    /** Whether it is known to exclude, by its clause. */
    public boolean byClause() {
        return category != Category.NONE && category != Category.UNKNOWN;
    }
}
