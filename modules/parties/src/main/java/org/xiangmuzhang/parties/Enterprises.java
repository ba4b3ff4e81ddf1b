package org.xiangmuzhang.parties;

import org.xiangmuzhang.kernel.SocialCreditCode;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The enterprises known to the platform. */
public interface Enterprises {

    Optional<Enterprise> byId(UUID id);

    Optional<Enterprise> byCode(SocialCreditCode code);

    /** Adds an enterprise; a code that is known already fails with a duplicate key. */
    void add(Enterprise enterprise);

    /** Names for showing, in one look-up; unknown ids are left out. */
    Map<UUID, String> names(Collection<UUID> ids);
}
