package org.xiangmuzhang.signin;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.console.Slot;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;

import java.util.Map;
import java.util.UUID;

/** Shows the security administrator where somebody is signed in. */
@Component
class SessionsSlot implements Slot {

    private static final int SHOWN = 20;

    private final SigningOut signingOut;
    private final PastSignIns past;

    SessionsSlot(SigningOut signingOut, PastSignIns past) {
        this.past = past;
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
                ? sessions(actor, person)
                : Map.of();
    }

    /** Nothing for whom a post is only proposed: the page is shown without. */
    private Map<String, Object> sessions(Actor actor, UUID person) {
        try {
            return Map.of(
                    "person",
                    person,
                    "sessions",
                    signingOut.of(actor, person),
                    "past",
                    past.of(actor, person, null, SHOWN),
                    "zone",
                    WorkingDays.ZONE);
        } catch (Refusal unknown) {
            return Map.of();
        }
    }
}
