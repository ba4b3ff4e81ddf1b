package org.xiangmuzhang.supervision.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.UUID;

/**
 * An item of an application, as far as it is watched.
 *
 * @param mode FORMAL, COMMITMENT or SIMULATED
 * @param promised null before acceptance
 * @param outcome APPROVED, APPROVED_WITH_OWED, REJECTED, TURNED_AWAY or WITHDRAWN, null before
 */
@ValueObject
public record WatchedTask(
        UUID id,
        Region region,
        UUID application,
        @Nullable UUID project,
        UUID enterprise,
        String itemCode,
        String department,
        String mode,
        @Nullable TimeLimit statutory,
        @Nullable TimeLimit promised,
        @Nullable String outcome) {

    /** The same item as it was accepted. */
    public WatchedTask accepted(
            String inMode, @Nullable TimeLimit statutoryLimit, TimeLimit promisedLimit) {
        return new WatchedTask(
                id,
                region,
                application,
                project,
                enterprise,
                itemCode,
                department,
                inMode,
                statutoryLimit,
                promisedLimit,
                outcome);
    }

    /** The same item within another project, or none, of another enterprise. */
    public WatchedTask of(@Nullable UUID rightProject, UUID rightEnterprise) {
        return new WatchedTask(
                id,
                region,
                application,
                rightProject,
                rightEnterprise,
                itemCode,
                department,
                mode,
                statutory,
                promised,
                outcome);
    }

    /** Another item in its place, of another department perhaps. */
    public WatchedTask rectified(String rightItem, String rightDepartment) {
        return new WatchedTask(
                id,
                region,
                application,
                project,
                enterprise,
                rightItem,
                rightDepartment,
                mode,
                statutory,
                promised,
                outcome);
    }

    /** The same item, ended. */
    public WatchedTask ended(String how) {
        return new WatchedTask(
                id,
                region,
                application,
                project,
                enterprise,
                itemCode,
                department,
                mode,
                statutory,
                promised,
                how);
    }
}
