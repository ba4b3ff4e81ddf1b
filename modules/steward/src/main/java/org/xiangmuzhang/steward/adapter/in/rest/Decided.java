package org.xiangmuzhang.steward.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.steward.port.in.Watching;

import java.util.UUID;

/** Which version of a project a caller decided on. */
final class Decided {

    private static final long ANY = -1;

    private Decided() {}

    /** By {@code If-Match}, which is refused when it is stale; -1 for {@code *}. */
    static long on(Watching watching, Actor actor, UUID project, @Nullable String ifMatch) {
        long version = watching.project(actor, project, null).version();
        EntityTags.check(ifMatch, version);
        return ifMatch != null && ifMatch.strip().equals("*") ? ANY : version;
    }
}
