package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The enterprise gives its steward a mandate (全代办服务委托书) and may take it back. */
public interface Entrusting {

    /**
     * What a mandate is for; first and last day count.
     *
     * @param acts SUBMIT, SUPPLY, WITHDRAW, RECEIVE
     * @param stages codes of the stages that it is limited to; empty for any
     * @param items codes of the items that it is limited to; empty for any
     */
    record Scope(
            List<String> acts,
            LocalDate from,
            LocalDate until,
            List<String> stages,
            List<String> items) {}

    /**
     * A mandate to be signed.
     *
     * @param id made by the caller
     * @param file the signed paper, or null
     */
    record Paper(UUID id, Scope scope, @Nullable UUID file) {

        /** For any stage and item. */
        public Paper(
                UUID id, List<String> acts, LocalDate from, LocalDate until, @Nullable UUID file) {
            this(id, new Scope(acts, from, until, List.of(), List.of()), file);
        }
    }

    /**
     * Only an applicant of the project's enterprise signs. Refuses with {@code
     * mandate-foreign-enterprise}, {@code mandate-without-steward}, {@code mandate-acts}, {@code
     * mandate-dates}, {@code mandate-over}, {@code mandate-signed-already}, {@code file-unknown},
     * {@code stage-unknown}, {@code item-unknown}.
     */
    void sign(Actor actor, UUID project, long version, Paper paper);

    /**
     * From now on the mandate covers no more than this, which lies within what it covers. Refuses
     * with {@code mandate-unknown}, {@code mandate-revoked-already}, {@code mandate-wider}, {@code
     * mandate-not-narrower} and what a mandate of this scope is refused with.
     */
    void narrow(Actor actor, UUID project, long version, UUID mandate, Scope to, String why);

    /** Refuses with {@code mandate-unknown}, {@code mandate-revoked-already}. */
    void revoke(Actor actor, UUID project, long version, UUID mandate, String why);
}
