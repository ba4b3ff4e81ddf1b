package org.xiangmuzhang.files;

import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A platform that knows no enterprise: whose an upload is stands as it was given. */
final class NoEnterprises implements Enterprises {

    @Override
    public Optional<Enterprise> byId(UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<Enterprise> held(UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<Enterprise> byCode(SocialCreditCode code) {
        return Optional.empty();
    }

    @Override
    public void add(Enterprise enterprise) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rename(UUID id, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return Map.of();
    }
}
