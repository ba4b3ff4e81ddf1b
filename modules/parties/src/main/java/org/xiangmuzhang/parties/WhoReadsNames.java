package org.xiangmuzhang.parties;

import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * The one rule of who reads whose name in full without asking. Officials act in public: other
 * officials and the parties of a matter read their names. Who acts for an enterprise or works on
 * its matter reads the names of its people there; everybody else, and every list, has them masked.
 */
final class WhoReadsNames {

    /** They hold no public post. */
    static final Set<Role> OUTSIDERS = EnumSet.of(Role.APPLICANT, Role.INTERMEDIARY);

    /** They must be able to speak to the people of the matter they work on. */
    private static final Set<Role> WORKING =
            EnumSet.of(
                    Role.APPLICANT,
                    Role.STEWARD,
                    Role.CLERK,
                    Role.APPROVER,
                    Role.HEAD,
                    Role.LAND_OFFICER,
                    Role.SYSTEM);

    private WhoReadsNames() {}

    static boolean inFull(Actor reader, UUID person, boolean official, Occasion occasion) {
        if (person.equals(reader.person())) {
            return true;
        }
        boolean party = occasion == Occasion.MATTER && WORKING.contains(reader.role());
        return official ? party || !OUTSIDERS.contains(reader.role()) : party;
    }
}
