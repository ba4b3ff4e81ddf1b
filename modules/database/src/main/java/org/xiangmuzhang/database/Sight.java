package org.xiangmuzhang.database;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How much of the walled tables the statements of a thread see and may change; what lies outside is
 * not there for them. A thread that says nothing works for the platform and sees all.
 */
public final class Sight {

    /** The platform's own. */
    public static final Sight ALL = new Sight("");

    /** Of a caller that is not known yet, or holds no post. */
    public static final Sight NOTHING = new Sight("{}");

    private static final ThreadLocal<@Nullable Sight> CURRENT = new ThreadLocal<>();

    private final String setting;

    private Sight(String setting) {
        this.setting = setting;
    }

    /** Of an official: the rows of these regions, by their codes. */
    public static Sight ofRegions(Collection<String> codes) {
        return new Sight("{" + String.join(",", codes) + "}");
    }

    /** Of somebody who acts for an enterprise: its rows, wherever they are. */
    public static Sight ofEnterprise(UUID enterprise) {
        return new Sight(enterprise.toString());
    }

    /** What this thread sees now. */
    public static Sight current() {
        Sight current = CURRENT.get();
        return current == null ? ALL : current;
    }

    /** Holds for this thread from now on, also for the transaction that it is in. */
    public void use() {
        if (this == ALL) {
            CURRENT.remove();
        } else {
            CURRENT.set(this);
        }
    }

    /** Holds for this thread during some work, which may be done with another sight inside. */
    public <T extends @Nullable Object> T during(Supplier<T> work) {
        Sight before = current();
        use();
        try {
            return work.get();
        } finally {
            before.use();
        }
    }

    /** The value of {@code xiangmuzhang.sight}. */
    String setting() {
        return setting;
    }
}
