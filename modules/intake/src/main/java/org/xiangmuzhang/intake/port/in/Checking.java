package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.domain.check.FormField;
import org.xiangmuzhang.intake.domain.check.Rule;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the rules of a place say before a person looks. */
public interface Checking {

    /**
     * What is asked in the form of some items.
     *
     * @param rules those that look at one of its fields alone, for whoever types
     */
    record Form(List<FormField> fields, List<Rule> rules) {}

    Form form(Region place, List<String> items);

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
