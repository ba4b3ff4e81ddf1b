package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The enterprise gives its steward a mandate (全代办服务委托书) and may take it back. */
public interface Entrusting {

    /**
     * A mandate to be signed; first and last day count.
     *
     * @param id made by the caller
     * @param acts SUBMIT, SUPPLY, WITHDRAW, RECEIVE
     * @param file the signed paper, or null
     */
    record Paper(
            UUID id, List<String> acts, LocalDate from, LocalDate until, @Nullable UUID file) {}

    /**
     * Only an applicant of the project's enterprise signs. Refuses with {@code
     * mandate-foreign-enterprise}, {@code mandate-without-steward}, {@code mandate-acts}, {@code
     * mandate-dates}, {@code mandate-over}, {@code mandate-signed-already}, {@code file-unknown}.
     */
    void sign(Actor actor, UUID project, long version, Paper paper);

    /** Refuses with {@code mandate-unknown}, {@code mandate-revoked-already}. */
    void revoke(Actor actor, UUID project, long version, UUID mandate, String why);
}
