package org.xiangmuzhang.signin;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.console.Slot;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;

import java.util.Map;
import java.util.UUID;

/** Shows the security administrator where somebody is signed in. */
@Component
class SessionsSlot implements Slot {

    private final SigningOut signingOut;

    SessionsSlot(SigningOut signingOut) {
        this.signingOut = signingOut;
    }

    @Override
    public String name() {
        return "parties.person";
    }

    @Override
    public String template() {
        return "signin/slots :: sessions";
    }

    @Override
    public Map<String, Object> model(Map<String, Object> context) {
        return context.get("actor") instanceof Actor actor
                        && actor.role() == Role.SECURITY_ADMINISTRATOR
                        && context.get("person") instanceof UUID person
                ? Map.of(
                        "person",
                        person,
                        "sessions",
                        signingOut.of(actor, person),
                        "zone",
                        WorkingDays.ZONE)
                : Map.of();
    }
}
