package org.xiangmuzhang.signin;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.console.Slot;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Oversight;
import org.xiangmuzhang.parties.People;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lets an administrator give a secret to who has no password, and the security administrator take a
 * password away; who may not is told why.
 */
@Component
@ConditionalOnBooleanProperty("xiangmuzhang.signin.in-application")
class FirstSecretSlot implements Slot {

    private static final Set<Role> GIVING = Set.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);

    private static final Set<Role> RESETTING = Set.of(Role.SECURITY_ADMINISTRATOR);

    private final People people;
    private final Oversight oversight;

    FirstSecretSlot(People people, Oversight oversight) {
        this.people = people;
        this.oversight = oversight;
    }

    @Override
    public String name() {
        return "parties.person";
    }

    @Override
    public String template() {
        return "signin/slots :: secret";
    }

    @Override
    public Map<String, Object> model(Map<String, Object> context) {
        if (!(context.get("actor") instanceof Actor actor)
                || !(context.get("person") instanceof UUID person)) {
            return Map.of();
        }
        boolean set = people.hasPassword(person);
        if (!(set ? RESETTING : GIVING).contains(actor.role())) {
            return Map.of();
        }
        Refusal why =
                set
                        ? oversight.resetRefused(actor, person)
                        : oversight.secretRefused(actor, person);
        return Map.of(
                "person",
                person,
                "act",
                set ? "password-reset" : "secret",
                "why",
                why == null ? "" : why.rule());
    }
}
