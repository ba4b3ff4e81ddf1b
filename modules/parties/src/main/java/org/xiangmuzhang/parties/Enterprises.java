package org.xiangmuzhang.parties;

import org.xiangmuzhang.kernel.SocialCreditCode;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The enterprises known to the platform. One that was found twice and merged is reached as the one
 * it was merged into, by its id and by its code.
 */
public interface Enterprises {

    Optional<Enterprise> byId(UUID id);

    /** As {@link #byId}, and nobody merges it away before the transaction ends. */
    Optional<Enterprise> held(UUID id);

    Optional<Enterprise> byCode(SocialCreditCode code);

    /** Adds an enterprise; a code that is known already fails with a duplicate key. */
    void add(Enterprise enterprise);

    /** Calls it otherwise from now on; what it was called is for the caller to keep. */
    void rename(UUID id, String name);

    /** Names for showing, in one look-up; unknown ids are left out. */
    Map<UUID, String> names(Collection<UUID> ids);
}
