package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the rules of a place say before a person looks. */
public interface Checking {

    /**
     * What can be said of a field at once, while somebody types.
     *
     * @param pattern regular expression that a browser goes by, or null
     * @param least lower bound, or null
     * @param most upper bound, or null
     * @param reasonsZh of the rules about it
     */
    record AskedField(
            String field,
            boolean required,
            @Nullable String pattern,
            @Nullable String least,
            @Nullable String most,
            List<String> reasonsZh,
            List<String> reasonsEn) {}

    /** What is asked in the form of some items: every field once. */
    List<AskedField> form(Region place, List<String> items);

    /** What the rules would find if this were submitted now; nothing of it is kept. */
    CheckSheet check(SubmitApplication application, Actor actor);

    /** What they found last of an application; empty when no rule has looked at it. */
    Optional<CheckSheet> of(UUID application, Actor actor);

    /**
     * How right the rules of a department were.
     *
     * @param department for whoever is of none; an official's own otherwise
     */
    List<RuleAccuracy> accuracy(@Nullable String department, Actor actor);
}
